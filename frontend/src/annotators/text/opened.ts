/** A block whose words are off the page while they are edited in their place. */

import { indexAt } from "./pieces";
import type { Scene } from "./scene";

export class Opened {
  private readonly hidden: HTMLElement[] = [];
  private place: HTMLElement | null = null;

  constructor(private readonly scene: Scene) {}

  /** Hides the pieces of `[start, end)` and answers an element in their place. */
  open(start: number, end: number): HTMLElement | null {
    this.close();
    const { page, view } = this.scene;
    const first = indexAt(page.pieces, start);
    const head = page.elementOf(first);
    if (!head) return null;
    view.lay(page.chunkAt(start));
    const place = document.createElement("div");
    place.className = "jr-block jr-edit";
    Object.assign(place.dataset, { ...head.dataset });
    head.before(place);
    for (let at = first; (page.pieces[at]?.start ?? end) < end; at += 1) {
      const element = page.elementOf(at);
      if (!element) continue;
      element.hidden = true;
      this.hidden.push(element);
    }
    this.place = place;
    view.refresh();
    return place;
  }

  close(): void {
    for (const element of this.hidden) element.hidden = false;
    this.hidden.length = 0;
    this.place?.remove();
    if (this.place) this.scene.view.refresh();
    this.place = null;
  }

  get isOpen(): boolean {
    return this.place !== null;
  }
}
