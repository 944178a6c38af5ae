/** The tooltip of a coding: its code's path, how strongly, who, when, and what was noted. */

import type { Coding } from "./codings";
import type { Scene } from "./scene";

const DELAY = 350;

export class Tip {
  private readonly box = document.createElement("div");
  private timer = 0;

  constructor(
    private readonly scene: Scene,
    private readonly notes: (coding: string) => readonly string[],
  ) {
    this.box.className = "jr-tip";
    this.box.setAttribute("role", "tooltip");
  }

  /** Shows a coding's facts beside its stripe after a moment; `null` hides them. */
  show(coding: Coding | null, stripe: HTMLElement | null): void {
    clearTimeout(this.timer);
    this.box.remove();
    if (coding && stripe) this.timer = window.setTimeout(() => this.open(coding, stripe), DELAY);
  }

  private open(coding: Coding, stripe: HTMLElement): void {
    const { look, host } = this.scene;
    const lines = look.words.tip?.(coding.view, this.notes(coding.id)) ?? [];
    if (lines.length === 0 || !stripe.isConnected) return;
    const shown = lines.map((line, at) => {
      const element = document.createElement(at === 0 ? "strong" : "span");
      element.textContent = line;
      return element;
    });
    this.box.replaceChildren(...shown);
    this.box.style.setProperty("--jr-ink", look.ink(coding).colour);
    host.append(this.box);
    const view = host.getBoundingClientRect();
    const at = stripe.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const fits = at.left - view.left - width - 8;
    const x = fits > 8 ? fits : Math.min(at.right - view.left + 8, host.clientWidth - width - 8);
    const y = Math.min(Math.max(at.top, view.top + 8), view.bottom - height - 8) - view.top;
    this.box.style.translate = `${x + host.scrollLeft}px ${y + host.scrollTop}px`;
  }

  destroy(): void {
    this.show(null, null);
  }
}
