/** Stripes in the margin of one chunk. All measuring comes before all writing. */

import type { CodePoints } from "../../lib/codepoints";
import type { Coding } from "./codings";
import type { Look } from "./look";
import type { ChunkView, Page } from "./page";

const WIDEST = 9;
const LANES_WIDTH = 88;
const LABEL = 17;

/** Where a stripe goes, in pixels from the top of its chunk. */
export interface Stripe {
  readonly coding: Coding;
  readonly top: number;
  readonly height: number;
  /** How far below the top its name is written; `null` where there is no room. */
  readonly label: number | null;
}

export interface Measured {
  readonly view: ChunkView;
  readonly stripes: readonly Stripe[];
  /** The chunk's height when it was measured. */
  readonly height: number;
}

/** Reads the places of the stripes; writes nothing. */
export function measure(view: ChunkView, codings: readonly Coding[], page: Page): Measured {
  const box = view.element.getBoundingClientRect();
  const range = document.createRange();
  const edge = (unit: number, side: "top" | "bottom"): number => {
    const place = page.toPoint(side === "top" ? unit : unit - 1);
    if (!place) return 0;
    const { node } = place;
    const from = Math.min(place.offset, node.length);
    range.setStart(node, from);
    range.setEnd(node, Math.min(from + 1, node.length));
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1] ?? node.parentElement?.getBoundingClientRect();
    return (rect?.[side] ?? box.top) - box.top;
  };
  const stretches = codings.map((coding) => {
    const top = edge(Math.max(coding.start, view.chunk.start), "top");
    const bottom = edge(Math.min(coding.end, view.chunk.end), "bottom");
    return { coding, top, height: Math.max(bottom - top, 4) };
  });
  return { view, stripes: named(stretches, view), height: box.height };
}

/** Gives names to the stripes that have room for one, from the top down. */
function named(stretches: Omit<Stripe, "label">[], view: ChunkView): Stripe[] {
  let free = Number.NEGATIVE_INFINITY;
  return stretches.map((stretch) => {
    const at = Math.max(stretch.top, free);
    const begins = stretch.coding.start >= view.chunk.start;
    const fits = at <= stretch.top + Math.max(stretch.height, LABEL);
    if (!begins || !fits) return { ...stretch, label: null };
    free = at + LABEL;
    return { ...stretch, label: at - stretch.top };
  });
}

/** How wide a lane is when there are so many. */
export function laneWidth(lanes: number): number {
  return Math.max(3, Math.min(WIDEST, Math.floor(LANES_WIDTH / Math.max(lanes, 1))));
}

/** Writes the stripes of a chunk; reads nothing. */
export function draw({ view, stripes }: Measured, look: Look, points: CodePoints): void {
  erase(view);
  if (stripes.length === 0) return;
  const margin = document.createElement("div");
  margin.className = "jr-margin";
  const lanes = Math.max(...stripes.map(({ coding }) => coding.lane)) + 1;
  margin.style.setProperty("--jr-lane", `${laneWidth(lanes)}px`);
  margin.style.setProperty("--jr-lanes", String(lanes));
  stripes.forEach((stripe, at) => {
    const button = stripeOf(stripe, look, points);
    button.tabIndex = at === 0 ? 0 : -1;
    margin.append(button);
  });
  view.element.append(margin);
}

export function erase(view: ChunkView): void {
  view.element.querySelector(":scope > .jr-margin")?.remove();
}

function stripeOf(stripe: Stripe, look: Look, points: CodePoints): HTMLButtonElement {
  const { coding } = stripe;
  const ink = look.ink(coding);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "jr-stripe";
  button.dataset.coding = coding.id;
  button.dataset.pattern = ink.pattern ?? "solid";
  if (look.isDimmed(coding)) button.dataset.dimmed = "";
  const name = look.nameOf(coding, points);
  button.setAttribute("aria-label", name);
  if (!look.words.tip) button.title = name;
  const { style } = button;
  style.setProperty("--jr-ink", ink.colour);
  style.setProperty("--jr-at", String(coding.lane));
  style.top = `${stripe.top}px`;
  style.height = `${stripe.height}px`;
  if (stripe.label !== null) {
    const label = document.createElement("span");
    label.className = "jr-label";
    label.dataset.name = look.label(coding);
    label.style.top = `${stripe.label}px`;
    button.append(label);
  }
  return button;
}
