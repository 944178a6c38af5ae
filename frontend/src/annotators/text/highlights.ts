/**
 * Colour on the words: the CSS Custom Highlight API, one highlight for each colour, with ranges only
 * for chunks near the view. Where a browser lacks the API the stripes alone show the codings.
 */

import type { Page } from "./page";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

let readers = 0;

/** Layers with a look of their own, drawn over the colours, the last uppermost. */
const LAYERS = {
  lead: "color: color-mix(in srgb, var(--jr-muted) 60%, var(--jr-text))",
  dim: "background-color: var(--jr-dim)",
  overlap: "text-decoration: underline 1.5px color-mix(in srgb, var(--jr-text) 55%, transparent)",
  hit: "background-color: var(--jr-hit); color: var(--jr-on-hit)",
  hover: "background-color: var(--jr-hover)",
  drop: "background-color: var(--jr-drop); text-decoration: underline 2px var(--jr-accent)",
  flash: "background-color: var(--jr-flash)",
} as const;

export type Layer = keyof typeof LAYERS;

/** What one chunk, or one passing mark, has put into the highlights; `undo` takes it out. */
export type Painted = { readonly highlight: Highlight; readonly range: StaticRange }[];

export class Highlights {
  private readonly prefix: string;
  private readonly sheet: CSSStyleSheet | null;
  private readonly named = new Map<string, Highlight>();

  constructor() {
    readers += 1;
    this.prefix = `jejak-${readers}-`;
    const able = typeof Highlight !== "undefined" && "highlights" in CSS;
    this.sheet = able ? new CSSStyleSheet() : null;
    if (this.sheet) document.adoptedStyleSheets.push(this.sheet);
    this.prepare();
  }

  /** Makes the rules of what may come to be marked: a rule more styles the whole page anew. */
  prepare(colours: Iterable<string> = []): void {
    if (!this.sheet) return;
    for (const layer of Object.keys(LAYERS)) this.layer(layer as Layer);
    for (const colour of colours) this.colour(colour);
  }

  /** Puts a stretch into a layer or a colour, and notes it in `painted`. */
  paint(
    page: Page,
    stretch: Stretch,
    look: { layer: Layer } | { colour: string },
    painted: Painted,
  ) {
    if (!this.sheet || stretch.end <= stretch.start) return;
    const range = page.toRange(stretch.start, stretch.end);
    if (!range) return;
    const highlight = "layer" in look ? this.layer(look.layer) : this.colour(look.colour);
    highlight.add(range);
    painted.push({ highlight, range });
  }

  undo(painted: Painted): void {
    for (const { highlight, range } of painted) highlight.delete(range);
    painted.length = 0;
  }

  private layer(layer: Layer): Highlight {
    const priority = Object.keys(LAYERS).indexOf(layer) + 1;
    return this.highlight(layer, layer, LAYERS[layer], priority);
  }

  private colour(colour: string): Highlight {
    const look = `background-color: color-mix(in srgb, ${colour} var(--jr-strength), transparent)`;
    return this.highlight(`colour ${colour}`, `colour-${this.named.size}`, look, 0);
  }

  private highlight(key: string, name: string, look: string, priority: number): Highlight {
    const known = this.named.get(key);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = priority;
    this.named.set(key, highlight);
    CSS.highlights.set(this.prefix + name, highlight);
    this.sheet?.insertRule(`::highlight(${this.prefix}${name}) { ${look} }`);
    return highlight;
  }

  /** Forgets every highlight, as when the colours change. */
  clear(): void {
    if (!this.sheet) return;
    for (const name of [...CSS.highlights.keys()]) {
      if (name.startsWith(this.prefix)) CSS.highlights.delete(name);
    }
    this.named.clear();
    this.sheet.replaceSync("");
  }

  destroy(): void {
    this.clear();
    const { sheet } = this;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
