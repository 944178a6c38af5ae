/** Whose codings are seen at the desk: everybody's, some people's, or one's own alone. */

import { SEES_ALL, type Seeing, useUi } from "../stores/ui";
import { useStudy, useStudyId } from "./study";

export interface Seen {
  /** GUIDs; `null`: everybody's. */
  readonly coders: readonly string[] | null;
  /** Whether it is known yet: nothing may be asked for before. */
  readonly isKnown: boolean;
  readonly isBlind: boolean;
}

interface People {
  readonly me: { readonly guid: string };
  /** The open rounds in which one codes: as long as there is one, one codes blind. */
  readonly blind_rounds?: readonly string[];
  readonly users: readonly { readonly guid: string }[];
}

/** Whose codings are asked for, of a study's people. */
export function seenOf(seeing: Seeing, people: People | undefined): Seen {
  const hidden = seeing.hidden;
  const blind = seeing.blind || Boolean(people?.blind_rounds?.length);
  if (!blind && hidden.length === 0) return { coders: null, isKnown: true, isBlind: false };
  if (!people) return { coders: [], isKnown: false, isBlind: blind };
  if (blind) return { coders: [people.me.guid], isKnown: true, isBlind: true };
  const shown = people.users.map(({ guid }) => guid).filter((guid) => !hidden.includes(guid));
  const isAll = shown.length === people.users.length;
  return { coders: isAll ? null : shown, isKnown: true, isBlind: false };
}

/** Whose codings are seen in the open study. */
export function useSeen(): Seen {
  const study = useStudyId();
  const { data } = useStudy();
  const seeing = useUi((ui) => ui.seeing[study]) ?? SEES_ALL;
  return seenOf(seeing, data);
}

/** Whose memos are asked for: one's own alone while one codes blind, else everybody's. */
export function authorsOf({ coders, isBlind }: Seen): { authors?: string[] } {
  return isBlind && coders ? { authors: [...coders] } : {};
}

/** Everybody's, where nothing is left out. */
export const ALL_SEEN: Seen = { coders: null, isKnown: true, isBlind: false };

/** One's own alone while one codes blind, else everybody's, whomever the desk hides. */
export function useSeenAnywhere(): Seen {
  const seen = useSeen();
  return seen.isBlind ? seen : ALL_SEEN;
}

/** The parameter of a request, and the part of its key. */
export function codersOf({ coders }: Seen): { coders?: string[] } {
  return coders ? { coders: [...coders] } : {};
}
