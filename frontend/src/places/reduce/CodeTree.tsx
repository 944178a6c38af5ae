import {
  AssistiveDndState,
  dragAndDropFeature,
  hotkeysCoreFeature,
  type ItemInstance,
  keyboardDragAndDropFeature,
  renamingFeature,
  syncDataLoaderFeature,
} from "@headless-tree/core";
import { AssistiveTreeDescription, useTree } from "@headless-tree/react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { CodeLine } from "./CodeLine";
import { isWithin, ROOT, sought, treeOf } from "./tree";

const LINE = 30;
const INDENT = 18;
const NO_CODE = { guid: ROOT, name: "" } as Code;

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  text: string;
  /** A line was clicked, or Enter pressed on it. */
  onTake: (code: Code) => void;
  /** A passage was dropped on a code. */
  onDropPassage: (code: Code) => void;
  onMove: (code: Code, parent: string | null, position: number | null) => void;
  onRename: (code: Code, name: string) => void;
  /** Its menu is asked for, at an element. */
  onMenu: (code: Code, at: Element) => void;
  onRemove: (code: Code) => void;
}

type Item = ItemInstance<Code>;

/** Where among its new siblings a dragged code goes; `null`: at the end. */
function placeOf(target: object): number | null {
  return "insertionIndex" in target ? Number(target.insertionIndex) : null;
}

/** The codebook as a tree: walked by arrows, changed by dragging, searched as one types. */
export function CodeTree({ codes, inks, text, ...on }: Props) {
  const { t } = useTranslation("reduce");
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => treeOf(sought(codes, text)), [codes, text]);
  const folders = useMemo(
    () => [...shown.children.keys()].filter((guid) => guid !== ROOT),
    [shown],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const isSearching = text.trim() !== "";
  const expandedItems = useMemo(
    () => folders.filter((guid) => isSearching || !folded.has(guid)),
    [folders, folded, isSearching],
  );
  const [focused, setFocused] = useState<string | null>(null);
  const virtual = useRef<{ scrollToIndex: (index: number) => void }>(null);
  const tree = useTree<Code>({
    rootItemId: ROOT,
    dataLoader: {
      getItem: (guid) => shown.codes.get(guid) ?? NO_CODE,
      getChildren: (guid) => [...(shown.children.get(guid) ?? [])],
    },
    getItemName: (item) => item.getItemData().name,
    isItemFolder: () => true,
    // What a search leaves out cannot have the focus.
    state: { expandedItems, focusedItem: focused && shown.codes.has(focused) ? focused : null },
    setFocusedItem: (change) => setFocused(typeof change === "function" ? change(focused) : change),
    setExpandedItems: (change) => {
      const now = typeof change === "function" ? change(expandedItems) : change;
      setFolded(new Set(folders.filter((guid) => !now.includes(guid))));
    },
    indent: INDENT,
    canReorder: !isSearching,
    canDrop: (items: Item[], { item }: { item: Item }) =>
      items.every((dragged) => !isWithin(shown.codes, item.getId(), dragged.getId())),
    onDrop: (items: Item[], target) => {
      const above = target.item.getId();
      for (const item of items)
        on.onMove(item.getItemData(), above === ROOT ? null : above, placeOf(target));
    },
    canDragForeignDragObjectOver: (transfer, target) =>
      transfer.types.includes("text/plain") && Boolean(target.item.getItemData().codable),
    canDropForeignDragObject: (_transfer, target) => Boolean(target.item.getItemData().codable),
    onDropForeignDragObject: (_transfer, target) => on.onDropPassage(target.item.getItemData()),
    onPrimaryAction: (item) => on.onTake(item.getItemData()),
    onRename: (item, name) => {
      if (name.trim() && name.trim() !== item.getItemName())
        on.onRename(item.getItemData(), name.trim());
    },
    scrollToItem: (item) => virtual.current?.scrollToIndex(item.getItemMeta().index),
    hotkeys: {
      customMenu: {
        hotkey: "Shift+F10",
        preventDefault: true,
        handler: (_event, held) => {
          const item = held.getFocusedItem();
          const element = item.getElement();
          if (element) on.onMenu(item.getItemData(), element);
        },
      },
      customRemove: {
        hotkey: "Delete",
        isEnabled: (held) => !held.isRenamingItem(),
        handler: (_event, held) => on.onRemove(held.getFocusedItem().getItemData()),
      },
      customTake: {
        hotkey: "Enter",
        preventDefault: true,
        isEnabled: (held) => !held.isRenamingItem() && !held.getState().dnd,
        handler: (_event, held) => on.onTake(held.getFocusedItem().getItemData()),
      },
    },
    features: [
      syncDataLoaderFeature,
      hotkeysCoreFeature,
      dragAndDropFeature,
      keyboardDragAndDropFeature,
      renamingFeature,
    ],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown is another
  useEffect(() => tree.rebuildTree(), [tree, shown, expandedItems]);

  const items = tree.getItems();
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
  });
  virtual.current = rows;
  const { style, ...container } = tree.getContainerProps(t("codes.tree"));
  return (
    <div ref={scroller} className="tree-scroll">
      <AssistiveTreeDescription
        tree={tree}
        getLabel={(dnd, state) => {
          const name = dnd?.draggedItems?.map((item) => item.getItemName()).join(", ") ?? "";
          const target = dnd?.dragTarget?.item.getItemName() || t("codes.top");
          if (state === AssistiveDndState.Started || state === AssistiveDndState.Dragging)
            return t("codes.dragging", { name, target });
          return "";
        }}
      />
      <div {...container} style={{ ...style, height: rows.getTotalSize() }} className="tree">
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (!item) return null;
          const code = item.getItemData();
          return (
            <CodeLine
              key={code.guid}
              item={item}
              code={code}
              ink={inks.get(code.guid)}
              hasChildren={shown.children.has(code.guid)}
              top={row.start}
              indent={INDENT}
              onMenu={(at) => on.onMenu(code, at)}
              onTake={() => on.onTake(code)}
            />
          );
        })}
        <div style={tree.getDragLineStyle()} className="tree-drop" />
      </div>
    </div>
  );
}
