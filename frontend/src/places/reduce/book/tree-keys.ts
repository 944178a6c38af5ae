/** What keys do in the tree, beside the arrows that walk it. */

import type { ItemInstance, TreeInstance } from "@headless-tree/core";
import type { KeyboardEvent } from "react";
import type { Code } from "../../../api/types";
import type { TreeDoings } from "../CodeTree";
import type { Row, Step } from "../tree";
import { nextNamed } from "./use-type-ahead";

interface Keys extends TreeDoings {
  readonly tree: TreeInstance<Code>;
  readonly rows: readonly Row[];
  readonly selected: readonly string[];
  /** The keys were used last, so that letters look for a code and are no commands. */
  readonly isTyped: boolean;
  readonly meant: (guid: string) => readonly string[];
  readonly typeAhead: (letter: string) => string;
  readonly onRenaming: (guid: string | null) => void;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};
const PAGE = 12;

function focus(keys: Keys, index: number): boolean {
  const last = keys.rows.length - 1;
  const row = keys.rows[Math.min(last, Math.max(0, index))];
  if (row) keys.tree.getItemInstance(row.code.guid).setFocused();
  keys.tree.updateDomFocus();
  return true;
}

function plainKey(event: KeyboardEvent, keys: Keys): boolean {
  const item = keys.tree.getFocusedItem();
  const code = item.getItemData();
  const at = item.getItemMeta().index;
  const acts = new Map<string, () => unknown>([
    ["Enter", () => keys.onTake(code)],
    [" ", () => item.toggleSelect()],
    ["F2", () => keys.onRenaming(code.guid)],
    ["Delete", () => keys.onRemove(keys.meant(code.guid))],
    ["PageUp", () => focus(keys, at - PAGE)],
    ["PageDown", () => focus(keys, at + PAGE)],
    ["ContextMenu", () => menu(item, keys)],
  ]);
  if (event.key === "Escape" && keys.selected.length > 0) {
    keys.onSelect([]);
    return true;
  }
  const act = acts.get(event.key);
  if (act) {
    act();
    return true;
  }
  return typed(event, keys, at);
}

function typed(event: KeyboardEvent, keys: Keys, at: number): boolean {
  if (!keys.isTyped || !/^[\p{L}\p{N}]$/u.test(event.key)) return false;
  const names = keys.rows.map(({ code }) => code.name);
  const next = nextNamed(names, at, keys.typeAhead(event.key));
  if (next !== null) focus(keys, next);
  return true;
}

function menu(item: ItemInstance<Code>, keys: Keys): void {
  const element = item.getElement();
  if (element) keys.onMenu(keys.meant(item.getId()), element);
}

/** Does what a key means; false where it means nothing here. */
export function treeKeys(event: KeyboardEvent, keys: Keys): boolean {
  const item = keys.tree.getFocusedItem();
  if (event.ctrlKey || event.metaKey) return false;
  const step = event.altKey ? STEPS[event.key] : undefined;
  if (step) {
    keys.onStep(keys.meant(item.getId()), step);
    keys.tree.updateDomFocus();
    return true;
  }
  if (event.altKey) return false;
  if (event.shiftKey && event.key === "F10") {
    menu(item, keys);
    return true;
  }
  return event.shiftKey && event.key.startsWith("Arrow") ? false : plainKey(event, keys);
}
