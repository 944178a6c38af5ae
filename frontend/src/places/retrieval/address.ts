/** Where a query and its arrangement stand in the address. */

import { ARRANGEMENTS, type By } from "../../api/segments";

export interface Asked {
  readonly query: string;
  readonly by: By;
}

/** The address of what a query finds. */
export function retrievalAddress({ query, by }: { query: string; by?: By }): string {
  const told = new URLSearchParams({
    ...(query && { query }),
    ...(by && by !== "source" && { by }),
  });
  const search = told.toString();
  return `/retrieval${search && `?${search}`}`;
}

/** What an address asks for. */
export function readAddress(search: string): Asked {
  const told = new URLSearchParams(search);
  const by = ARRANGEMENTS.find((one) => one === told.get("by")) ?? "source";
  return { query: told.get("query") ?? "", by };
}
