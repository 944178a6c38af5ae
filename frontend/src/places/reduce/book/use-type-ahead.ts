/** Letters typed in the tree go to the next code that begins with them. */

import { useRef } from "react";
import { plain } from "../match";

const PAUSE = 700;

/** Gives what was typed so far once a letter is added; a pause begins anew. */
export function useTypeAhead(): (letter: string) => string {
  const typed = useRef({ text: "", at: 0 });
  return (letter) => {
    const now = performance.now();
    const { text, at } = typed.current;
    typed.current = { text: (now - at < PAUSE ? text : "") + letter, at: now };
    return typed.current.text;
  };
}

/** The number of the next name from `at` on that begins so; the same letter again goes on. */
export function nextNamed(names: readonly string[], at: number, typed: string): number | null {
  const letters = [...new Set(plain(typed))];
  const wanted = letters.length === 1 ? (letters[0] ?? "") : plain(typed);
  const from = wanted.length === 1 ? 1 : 0;
  for (let step = from; step < names.length + from; step += 1) {
    const index = (at + step) % names.length;
    if (plain(names[index] ?? "").startsWith(wanted)) return index;
  }
  return null;
}
