interface Placed {
  readonly kind: string;
  readonly guid: string;
  readonly source?: string | null;
  readonly start?: number | null;
  readonly end?: number | null;
}

/** Where something is shown; words of a source at their place in it. */
export function addressOfThing({ kind, guid, source, start, end }: Placed): string {
  if (!source) return addressOf(kind, guid);
  const at = start != null && end != null ? `?at=${start}-${end}` : "";
  return `/reduce/${source}${at}`;
}

/** Where something found by its name is shown. */
export function addressOf(kind: string, guid: string): string {
  if (kind === "source") return `/reduce/${guid}`;
  if (kind === "code") return `/reduce?code=${guid}`;
  if (kind === "case") return "/collect/cases";
  if (kind === "reference") return "/collect/literature";
  if (kind === "finding") return `/conclude/${guid}`;
  if (kind === "memo") return `/memos/${guid}`;
  if (kind === "display") return `/display/saved/${guid}`;
  if (kind === "event" || kind === "state") return `/display/events?${kind}=${guid}`;
  return "/reduce";
}
