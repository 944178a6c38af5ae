import { useDesk } from "./desk";

/** The coding that is meant: the current one, else the innermost where the passage begins. */
export function codingMeant(): string | null {
  const { current, picked, reader } = useDesk.getState();
  if (current) return current;
  return picked ? (reader?.codingsAt(picked.start)[0] ?? null) : null;
}
