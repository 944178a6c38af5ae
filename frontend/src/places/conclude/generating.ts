/** Miles and Huberman's thirteen tactics for generating meaning, each with the tools that it is done with. */

import type texts from "../../locales/en/meaning.json";

export type TacticName = keyof (typeof texts)["tactics"];
type PlaceName = keyof (typeof texts)["places"];

/** A display by its kind, a place by its address, or what is done on this page. */
type Tool =
  | { readonly display: string }
  | { readonly place: string; readonly name: PlaceName }
  | { readonly doing: "pattern" };

export const TACTICS: readonly { name: TacticName; tools: readonly Tool[] }[] = [
  {
    name: "patterns",
    tools: [
      { display: "code-cooccurrence" },
      { doing: "pattern" },
      { display: "composite-sequence" },
      { place: "/conclude?new&kind=pattern", name: "newPattern" },
    ],
  },
  { name: "plausibility", tools: [{ place: "/conclude", name: "board" }] },
  {
    name: "clustering",
    tools: [
      { display: "clusters" },
      { display: "code-map" },
      { display: "similarity" },
      { doing: "pattern" },
    ],
  },
  { name: "metaphors", tools: [{ place: "/memos", name: "memos" }] },
  {
    name: "counting",
    tools: [
      { display: "code-frequencies" },
      { display: "content-analytic-summary" },
      { place: "/conclude", name: "board" },
    ],
  },
  { name: "contrasts", tools: [{ display: "contrast-table" }, { display: "code-attributes" }] },
  {
    name: "partitioning",
    tools: [{ place: "/reduce", name: "codebook" }, { display: "substructed-variable" }],
  },
  {
    name: "subsuming",
    tools: [{ place: "/reduce", name: "codebook" }, { display: "code-taxonomy" }],
  },
  { name: "factoring", tools: [{ display: "correspondence-map" }, { display: "clusters" }] },
  {
    name: "relations",
    tools: [{ display: "variable-by-variable-matrix" }, { display: "scatterplot" }],
  },
  { name: "intervening", tools: [{ display: "third-variable" }, { display: "causal-network" }] },
  { name: "chain", tools: [{ place: "/conclude", name: "board" }] },
  {
    name: "coherence",
    tools: [
      { place: "/collect/literature", name: "literature" },
      { place: "/conclude", name: "board" },
    ],
  },
];
