/** The keys of a checklist: from item to item, and into the answer of the one that has the focus. */

import { useCommands } from "../../commands/registry";

const all = () => [...document.querySelectorAll<HTMLElement>("[data-item]")];
const current = () => document.activeElement?.closest<HTMLElement>("[data-item]") ?? null;

function step(by: 1 | -1): boolean {
  const items = all();
  const now = current();
  const at = now ? items.indexOf(now) + by : 0;
  const next = items[Math.min(Math.max(at, 0), items.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}

interface Doings {
  readonly onAnswer: ((number: string) => void) | null;
  readonly onMissing: () => void;
  readonly onFilter: () => void;
}

export function useItemKeys({ onAnswer, onMissing, onFilter }: Doings): void {
  useCommands({
    "quality.next": () => step(1),
    "quality.previous": () => step(-1),
    "quality.missing": onMissing,
    "quality.filter": onFilter,
    ...(onAnswer && {
      "quality.answer": () => {
        const number = current()?.dataset.item;
        if (!number) return false;
        onAnswer(number);
        return true;
      },
    }),
  });
}
