/** What is open in a reader: the text, its codings, what draws them, and marks that come and go. */

import { CodePoints, pointsOf } from "../../lib/codepoints";
import type { ReaderDocument, ReaderOptions, Span } from "./api";
import { type Coding, Codings } from "./codings";
import { Cursor } from "./cursor";
import { Highlights, type Layer, type Painted, type Stretch } from "./highlights";
import { Look } from "./look";
import { Page, timeText } from "./page";
import { plan } from "./pieces";
import { bring } from "./scrolling";
import { View } from "./view";

const EMPTY: ReaderDocument = { text: "", blocks: { number: [], kind: [], start: [], end: [] } };

/** What a scene tells the reader. */
export interface Told {
  /** The first view of a document is painted with its codings. */
  ready(): void;
  /** Something was drawn or measured anew. */
  drawn(): void;
}

interface Passing {
  readonly stretches: readonly Stretch[];
  readonly painted: Painted;
}

export class Scene {
  readonly root = document.createElement("div");
  readonly highlights = new Highlights();
  readonly look: Look;
  language: string | undefined;
  points = new CodePoints("");
  codings = new Codings();
  page: Page;
  view: View;
  cursor: Cursor;
  private readonly passing = new Map<Layer, Passing>();
  private jumps = 0;

  constructor(
    readonly host: HTMLElement,
    options: ReaderOptions,
    private readonly told: Told,
  ) {
    this.look = new Look(options.words);
    this.language = options.language;
    this.root.className = "jr-text";
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "document");
    this.root.setAttribute("aria-label", options.words.text);
    host.classList.add("jr");
    host.replaceChildren(this.root);
    [this.page, this.view, this.cursor] = this.build(EMPTY);
  }

  private build({ text, blocks }: ReaderDocument): [Page, View, Cursor] {
    this.points = pointsOf(text);
    this.codings = new Codings();
    this.look.hits = [];
    const time = this.look.words.time ?? timeText;
    const page = new Page(this.root, text, plan(this.points, blocks), blocks, time);
    const view = new View({
      host: this.host,
      page,
      codings: this.codings,
      look: this.look,
      points: this.points,
      highlights: this.highlights,
      ready: () => this.told.ready(),
      drawn: () => {
        this.remark();
        this.told.drawn();
      },
    });
    return [page, view, new Cursor(page, this.codings)];
  }

  open(document: ReaderDocument): void {
    this.close();
    [this.page, this.view, this.cursor] = this.build(document);
  }

  close(): void {
    this.jumps += 1;
    this.view.destroy();
    for (const layer of [...this.passing.keys()]) this.unmark(layer);
  }

  destroy(): void {
    this.close();
    this.highlights.destroy();
    this.host.classList.remove("jr");
    this.host.replaceChildren();
  }

  units({ start, end }: Span): Stretch {
    return { start: this.points.toUnit(start), end: this.points.toUnit(end) };
  }

  span({ start, end }: Stretch): Span {
    return { start: this.points.toPoint(start), end: this.points.toPoint(end) };
  }

  /** The coding a stripe or handle belongs to. */
  codingOf(element: HTMLElement | null): Coding | undefined {
    return this.codings.get(element?.dataset.coding ?? "");
  }

  nameOf(coding: Coding): string {
    return this.look.label(coding);
  }

  /** Scrolls to a stretch, unless another jump begins meanwhile. */
  async bring({ start, end }: Stretch, align: "center" | "start" | "nearest"): Promise<void> {
    this.jumps += 1;
    const jump = this.jumps;
    const at = this.page.chunkAt(start);
    this.view.lay(at);
    this.view.want(at);
    await bring(this.host, this.page, { start, end, align }, () => jump === this.jumps);
  }

  /** Shows a mark over some stretches in place of those it had; `null` takes it off. */
  mark(layer: Layer, stretches: readonly Stretch[]): void {
    this.unmark(layer);
    const painted: Painted = [];
    for (const stretch of stretches) this.highlights.paint(this.page, stretch, { layer }, painted);
    if (stretches.length > 0) this.passing.set(layer, { stretches, painted });
  }

  unmark(layer: Layer): void {
    const passing = this.passing.get(layer);
    if (passing) this.highlights.undo(passing.painted);
    this.passing.delete(layer);
  }

  /** What a layer shows now, to tell whether it is still the same mark. */
  marked(layer: Layer): readonly Stretch[] | undefined {
    return this.passing.get(layer)?.stretches;
  }

  /** Lays the marks anew over text nodes that were parted or joined. */
  remark(): void {
    for (const [layer, { stretches }] of [...this.passing]) this.mark(layer, stretches);
  }
}
