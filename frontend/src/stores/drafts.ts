/**
 * Words that are not saved yet, kept in this browser so that neither a lost connection nor a closed
 * window loses them. A draft goes as soon as it is saved or given up.
 */

const PREFIX = "jejak-draft";

export interface Kept {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  /** What it was written over; `null` for a new memo. */
  readonly base: Base | null;
  /** When it was last written, in milliseconds. */
  readonly at: number;
}

export interface Base {
  readonly revision: number;
  readonly title: string;
  readonly body: string;
  readonly kind: string;
}

/** The key of a draft: of a memo by its GUID, or of a new one about something. */
export function draftKey(study: string, name: string): string {
  return `${PREFIX}:${study}:${name}`;
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "body" in value && "title" in value;
}

export function draftOf(key: string): Kept | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // No room, or forbidden: the words are still in the window.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: then nothing was kept either.
  }
}

/** The GUIDs of the memos of a study that have drafts here; `new…` for unsaved ones. */
export function draftNames(study: string): string[] {
  const begin = draftKey(study, "");
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(begin))
    .map((key) => key.slice(begin.length));
}
