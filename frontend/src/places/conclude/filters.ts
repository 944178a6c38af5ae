/** Which findings a board shows. */

import { create } from "zustand";
import type { Finding } from "../../api/findings";

export interface Filters {
  readonly text: string;
  readonly question: string;
  readonly status: string;
  readonly confidence: string;
  readonly code: string;
  readonly stale: boolean;
}

/** Stands for no choice in a list. */
export const ALL = "all";
/** Stands for findings that have none of it. */
export const NONE = "none";

export const NO_FILTERS: Filters = {
  text: "",
  question: ALL,
  status: ALL,
  confidence: ALL,
  code: ALL,
  stale: false,
};

/** The filters in force; a board that is come back to is as it was left. */
export const useFilters = create<Filters>()(() => NO_FILTERS);

const fits = (wanted: string, value: string | null) => wanted === ALL || (value ?? NONE) === wanted;

/** Whether a finding is to be seen. */
export function passes(filters: Filters, finding: Finding): boolean {
  const text = filters.text.trim().toLocaleLowerCase();
  const { label, statement, codes, checks } = finding;
  return (
    `${label} ${statement}`.toLocaleLowerCase().includes(text) &&
    fits(filters.question, finding.question) &&
    fits(filters.status, finding.status) &&
    fits(filters.confidence, finding.confidence) &&
    (filters.code === ALL || codes.some((code) => code.guid === filters.code)) &&
    (!filters.stale || checks.some((check) => check.stale))
  );
}

/** Whether anything is chosen. */
export const isFiltered = (filters: Filters) =>
  Object.entries(NO_FILTERS).some(([name, value]) => filters[name as keyof Filters] !== value);
