/** Where something found by its name is shown. */
export function addressOf(kind: string, guid: string): string {
  if (kind === "source") return `/reduce/${guid}`;
  if (kind === "code") return `/reduce?code=${guid}`;
  if (kind === "case") return "/collect/cases";
  if (kind === "finding") return `/conclude/${guid}`;
  return "/reduce";
}
