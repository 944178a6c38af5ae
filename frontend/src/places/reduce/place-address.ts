/** The address of a place in a source. */
export function placeAddress(place: { source: string; start: number; end: number }): string {
  return `/reduce/${place.source}?at=${place.start}-${place.end}`;
}
