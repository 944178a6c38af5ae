/** What a change did to its things, in words and values. */

type State = Readonly<Record<string, unknown>> | null | undefined;

export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** A value of any shape as a reader can take it in. */
export function plainly(value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(plainly).join(", ");
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${plainly(inner)}`)
      .join("; ");
  }
  return String(value);
}

const said = (value: unknown) => {
  const text = plainly(value);
  return text === "" ? null : text;
};

/** Only the fields whose value changed; the identity of the thing itself is left out. */
export function fieldsChanged(before: State, after: State): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((field) => field !== "guid")
    .map((field) => ({ field, before: said(before?.[field]), after: said(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}

/** Whether a thing was made, changed or removed. */
export function doing(before: State, after: State): "added" | "changed" | "removed" {
  if (!before) {
    return "added";
  }
  return after ? "changed" : "removed";
}

/** The name a thing goes by, where it has one. */
export function nameOf(before: State, after: State): string | null {
  const state = after ?? before ?? {};
  for (const field of ["name", "title", "label", "statement", "text"]) {
    const value = state[field];
    if (typeof value === "string" && value !== "") {
      return value.length > 90 ? `${value.slice(0, 89)}…` : value;
    }
  }
  return null;
}

/** Things of one kind to which the same was done, in the order in which they first come. */
export function alike<T extends { kind: string; before?: State; after?: State }>(
  entities: readonly T[],
) {
  const groups = new Map<string, { kind: string; did: ReturnType<typeof doing>; entities: T[] }>();
  for (const entity of entities) {
    const did = doing(entity.before, entity.after);
    const key = `${entity.kind} ${did}`;
    const group = groups.get(key) ?? { kind: entity.kind, did, entities: [] };
    groups.set(key, group);
    group.entities.push(entity);
  }
  return [...groups.values()];
}
