/** Codes dropped on the text or on a stripe: what would be coded is shown while they hover. */

import type { CodesDrop, DraggedCodes } from "./api";
import type { Stretch } from "./highlights";
import type { Scene } from "./scene";
import { selected } from "./selection";

export class Drops {
  private readonly label = document.createElement("div");
  private readonly listening = new AbortController();

  constructor(
    private readonly scene: Scene,
    private readonly drag: DraggedCodes,
    private readonly send: (drop: CodesDrop) => void,
  ) {
    this.label.className = "jr-drop";
    const { host } = scene;
    const { signal } = this.listening;
    host.addEventListener("dragover", (event) => this.over(event), { signal });
    host.addEventListener("dragenter", (event) => this.over(event), { signal });
    host.addEventListener("dragleave", (event) => this.left(event), { signal });
    host.addEventListener("drop", (event) => this.drop(event), { signal });
  }

  private over(event: DragEvent): void {
    const codes = this.drag.now();
    if (!codes?.length) return;
    const target = this.target(event);
    if (!target) {
      this.clear();
      return;
    }
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = target.replaces ? "move" : "copy";
    this.show(target, codes.length, event);
  }

  /** What codes would go on: a stripe's passage, the selection, else the block under the pointer. */
  private target(event: DragEvent) {
    const { scene } = this;
    const under = event.target instanceof Element ? event.target : null;
    const coding = scene.codingOf(under?.closest<HTMLElement>(".jr-stripe") ?? null);
    if (coding) return { coding, stretch: coding as Stretch, replaces: event.altKey };
    const { page } = scene;
    const selection = selected(page);
    if (selection) return { stretch: selection, isSelection: true };
    const element = page.blockNear(event.clientY);
    const box = element?.getBoundingClientRect();
    if (!element || !box || event.clientY > box.bottom) return null;
    const first = page.stretchOf(element);
    return first && { stretch: page.blockAt(first.start) ?? first };
  }

  private show(
    { stretch, coding, replaces, isSelection }: NonNullable<ReturnType<Drops["target"]>>,
    count: number,
    event: DragEvent,
  ): void {
    const { scene, label } = this;
    const now = scene.marked("drop")?.[0];
    if (now?.start !== stretch.start || now.end !== stretch.end) scene.mark("drop", [stretch]);
    const name = coding ? scene.nameOf(coding) : "";
    const on = isSelection ? "selection" : "block";
    const what = coding ? (replaces ? "replace" : "add") : on;
    label.textContent = scene.look.words.drop?.(what, name, count) ?? "";
    const view = scene.host.getBoundingClientRect();
    const { scrollLeft, scrollTop, clientWidth } = scene.host;
    const x = Math.min(event.clientX - view.left + 14, clientWidth - 220);
    label.style.translate = `${x + scrollLeft}px ${event.clientY - view.top + scrollTop + 18}px`;
    if (label.textContent && !label.isConnected) scene.host.append(label);
  }

  private left({ relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node) || !this.scene.host.contains(relatedTarget)) this.clear();
  }

  private clear(): void {
    this.scene.unmark("drop");
    this.label.remove();
  }

  private drop(event: DragEvent): void {
    const codes = this.drag.of(event);
    const target = codes?.length ? this.target(event) : null;
    this.clear();
    if (!codes || !target) return;
    event.preventDefault();
    event.stopPropagation();
    const { coding, replaces, stretch } = target;
    const on = coding
      ? { coding: coding.id, replace: replaces === true }
      : { span: this.scene.span(stretch) };
    this.send({ codes, target: on });
  }

  destroy(): void {
    this.listening.abort();
    this.clear();
  }
}
