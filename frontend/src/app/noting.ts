/** Noting what happened and rating cases, from wherever one is: what is being asked. */

import { create } from "zustand";
import type { DraggedSegment } from "../lib/drag";

/** Words with their place; those of a coding or segment by its GUID as well. */
export interface NotedWords extends DraggedSegment {
  readonly segment?: string;
}

type Asked =
  /** Which event the words show: a new one, or one that is there. */
  | { readonly kind: "words"; readonly words: NotedWords }
  /** What a new event was. */
  | { readonly kind: "event"; readonly words: NotedWords | null }
  /** How far a variable holds in a case. */
  | { readonly kind: "rating"; readonly case: string; readonly words: NotedWords | null }
  /** Against which finding and expectation the words went. */
  | { readonly kind: "surprise"; readonly words: NotedWords }
  /** What is to be said of the words. */
  | { readonly kind: "remark"; readonly words: NotedWords }
  /** Which event to go to. */
  | { readonly kind: "go" };

/** A form or list is open while it holds what is asked. */
export const useNoting = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

export const note = (asked: Asked | null): void => useNoting.setState({ asked });
