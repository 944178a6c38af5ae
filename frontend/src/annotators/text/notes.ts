/** Memos beside the text: a mark at the line where their passage begins. */

import type { MarginNote } from "./api";
import type { Scene } from "./scene";

/** The height a mark takes, in pixels: no two cover each other. */
const HEIGHT = 24;

interface Placed {
  readonly note: MarginNote;
  readonly chunk: HTMLElement;
  readonly top: number;
}

export class Notes {
  private notes: readonly MarginNote[] = [];
  private shown: HTMLElement[] = [];
  private key = "";

  constructor(
    private readonly scene: Scene,
    private readonly clicked: (id: string) => void,
  ) {}

  set(notes: readonly MarginNote[]): void {
    this.notes = [...notes].sort((one, other) => one.start - other.start);
    this.key = "";
    this.place();
  }

  /** What is written on the codings themselves, for their tooltips. */
  ofCoding(coding: string): string[] {
    return this.notes.filter((note) => note.coding === coding).map((note) => note.title);
  }

  /** Draws the marks of the chunks near the view; measures first, then writes. */
  readonly place = (): void => {
    if (this.notes.length === 0 && this.shown.length === 0) return;
    const placed = this.scene.view.drawnChunks().flatMap((at) => this.inChunk(at));
    const key = placed.map(({ note, top }) => `${note.id} ${top} ${note.title}`).join("\n");
    if (key === this.key && this.shown.every((mark) => mark.isConnected)) return;
    this.key = key;
    for (const mark of this.shown) mark.remove();
    this.shown = placed.map((one) => this.draw(one));
  };

  private inChunk(at: number): Placed[] {
    const { page, points } = this.scene;
    const view = page.chunks[at];
    if (!view) return [];
    const { start, end } = view.chunk;
    const here = this.notes.filter((note) => {
      const unit = points.toUnit(note.start);
      return unit >= start && (unit < end || unit === page.text.length);
    });
    if (here.length === 0) return [];
    const top = view.element.getBoundingClientRect().top;
    let free = 0;
    return here.flatMap((note) => {
      const unit = points.toUnit(note.start);
      const rect = page.measure(unit, unit + 1)?.getClientRects()[0];
      if (!rect) return [];
      const y = Math.max(Math.round(rect.top - top), free);
      free = y + HEIGHT;
      return [{ note, chunk: view.element, top: y }];
    });
  }

  private draw({ note, chunk, top }: Placed): HTMLElement {
    const mark = document.createElement("button");
    mark.type = "button";
    mark.className = "jr-note";
    mark.dataset.kind = note.kind ?? "memo";
    mark.dataset.note = note.id;
    mark.style.top = `${top}px`;
    const name = this.scene.look.words.note?.(note) ?? note.title;
    mark.ariaLabel = name;
    mark.title = name;
    mark.addEventListener("click", (event) => {
      event.stopPropagation();
      this.clicked(note.id);
    });
    const stretch = () => [this.scene.units(note)];
    mark.addEventListener("pointerenter", () => this.scene.mark("hover", stretch()));
    mark.addEventListener("pointerleave", () => this.scene.unmark("hover"));
    chunk.append(mark);
    return mark;
  }

  destroy(): void {
    for (const mark of this.shown) mark.remove();
  }
}
