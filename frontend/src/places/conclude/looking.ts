/** Looking for what could be evidence: in which way, and what was found. */

import { useState } from "react";
import { useCandidates, type Way } from "../../api/findings";

/** The way that is looked in on a finding's page, and what is found so. */
export function useLooking(guid: string) {
  const [way, setWay] = useState<Way>("codes");
  const [query, setQuery] = useState("");
  const found = useCandidates(guid, way, way === "query" ? query : "");
  const offers = found.data?.pages.flatMap((page) => page.segments) ?? [];
  return { way, setWay, query, setQuery, found, offers };
}

export type Looking = ReturnType<typeof useLooking>;
