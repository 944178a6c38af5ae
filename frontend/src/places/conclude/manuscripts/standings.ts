import type { Standing } from "../../../api/manuscripts";

/** The worst first. */
export const STANDINGS: readonly Standing[] = [
  "misquoted",
  "gone",
  "adrift",
  "unfound",
  "proposed",
  "tied",
  "set aside",
];

/** How a standing is coloured. */
export function toneOf(standing: Standing): "danger" | "warn" | "good" | "plain" | "accent" {
  if (standing === "misquoted" || standing === "gone") return "danger";
  if (standing === "adrift" || standing === "unfound") return "warn";
  if (standing === "proposed") return "accent";
  return standing === "tied" ? "good" : "plain";
}
