import { hotkeysCoreFeature, selectionFeature, syncDataLoaderFeature } from "@headless-tree/core";
import { useTree } from "@headless-tree/react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { type Dragged, startDrag } from "../../lib/drag";
import { isTyping } from "../../lib/typing";
import { setFolded, useCodebookView } from "../../stores/codebook";
import { useReadOnly } from "../../stores/read-only";
import { DropMark } from "./book/DropMark";
import { treeKeys } from "./book/tree-keys";
import { useFollowedFocus, useLineFocus } from "./book/use-line-focus";
import { useTreeDrop } from "./book/use-tree-drop";
import { useTypeAhead } from "./book/use-type-ahead";
import { CodeLine } from "./CodeLine";
import { linesOf, ROOT, type Step, treeOf } from "./tree";
import type { Drop } from "./tree-drop";
import "./book/code-tree.css";

const LINE = 30;
const INDENT = 18;
/** Keys that change the codebook. */
const WRITING = new Set(["F2", "Delete"]);
const NO_CODE = { guid: ROOT, name: "" } as Code;

export interface TreeDoings {
  /** A line was clicked, or Enter pressed on it. */
  readonly onTake: (code: Code) => void;
  readonly onDrop: (drop: Drop, dragged: Dragged) => void;
  readonly onStep: (codes: readonly string[], step: Step) => void;
  readonly onRename: (code: Code, name: string) => void;
  /** A menu is asked for, at an element. */
  readonly onMenu: (codes: readonly string[], at: Element) => void;
  readonly onRemove: (codes: readonly string[]) => void;
  readonly onSelect: (codes: readonly string[]) => void;
}

interface Props extends TreeDoings {
  /** Those that are shown, in the order they are shown in. */
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  /** Everything is unfolded, as in what a search found. */
  isOpen: boolean;
  /** All of the codebook is shown in its own order, so that codes can be put between others. */
  isOrdered: boolean;
  selected: readonly string[];
  renaming: string | null;
  onRenaming: (guid: string | null) => void;
}

/** What is shown of the codebook: the tree, what of it is unfolded, and where the focus is. */
function useCodeTree({ codes, isOpen, selected, onSelect }: Props, scrollTo: (at: number) => void) {
  const shown = useMemo(() => treeOf(codes), [codes]);
  const folders = useMemo(
    () => [...shown.children.keys()].filter((guid) => guid !== ROOT),
    [shown],
  );
  const foldedList = useCodebookView((view) => view.folded);
  const expandedItems = useMemo(() => {
    const folded = new Set(foldedList);
    return folders.filter((guid) => isOpen || !folded.has(guid));
  }, [folders, foldedList, isOpen]);
  const [focused, setFocused] = useState<string | null>(null);
  const lineFocus = useLineFocus();
  const tree = useTree<Code>({
    rootItemId: ROOT,
    dataLoader: {
      getItem: (guid) => shown.codes.get(guid) ?? NO_CODE,
      getChildren: (guid) => [...(shown.children.get(guid) ?? [])],
    },
    getItemName: (item) => item.getItemData().name,
    isItemFolder: () => true,
    state: {
      expandedItems,
      // What a search leaves out cannot have the focus.
      focusedItem: focused && shown.codes.has(focused) ? focused : null,
      selectedItems: selected.filter((guid) => shown.codes.has(guid)),
    },
    setFocusedItem: (change) => setFocused(typeof change === "function" ? change(focused) : change),
    setSelectedItems: (change) =>
      onSelect(typeof change === "function" ? change([...selected]) : change),
    setExpandedItems: (change) => {
      const now = new Set(typeof change === "function" ? change(expandedItems) : change);
      if (!isOpen) setFolded(folders, new Set(folders.filter((guid) => !now.has(guid))));
    },
    indent: INDENT,
    features: [syncDataLoaderFeature, hotkeysCoreFeature, selectionFeature, lineFocus.feature],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown is another
  useLayoutEffect(() => tree.rebuildTree(), [tree, shown]);
  // The same lines as the tree's own, without asking it for each of thousands.
  const lines = useMemo(() => linesOf(shown, new Set(expandedItems)), [shown, expandedItems]);
  useFollowedFocus(lineFocus, tree, lines, scrollTo);
  return { tree, shown, focused, lines };
}

/** The codebook as a tree: walked by arrows and letters, changed by keys and by dragging. */
export function CodeTree(props: Props) {
  const { inks, isOrdered, selected, renaming } = props;
  const { t } = useTranslation(["reduce", "codebook"]);
  const isReadOnly = useReadOnly() !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<{ scrollToIndex: (index: number) => void }>(null);
  const [isTyped, setTyped] = useState(false);
  // Lines that stay though they are out of sight: the one that is dragged, the one that has keys.
  const [held, setHeld] = useState<string | null>(null);
  const [keyed, setKeyed] = useState<string | null>(null);
  const typeAhead = useTypeAhead();
  const { tree, shown, focused, lines } = useCodeTree(props, (at) =>
    virtual.current?.scrollToIndex(at),
  );
  const kept = [focused, held, keyed].flatMap((guid) => lines.at.get(guid ?? "") ?? []);
  const rows = useVirtualizer({
    count: lines.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])].sort((one, two) => one - two),
  });
  virtual.current = rows;
  const { drop, props: dropProps } = useTreeDrop({
    scroller,
    rows: () => lines.rows,
    tree: shown,
    line: LINE,
    indent: INDENT,
    isOrdered,
    onOpen: (guid) => tree.getItemInstance(guid).expand(),
    onDrop: props.onDrop,
  });
  /** The chosen codes when a line is one of them, or it alone. */
  const meant = (guid: string) => (selected.includes(guid) ? selected : [guid]);
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || lines.rows.length === 0) return;
    if (isReadOnly && (event.altKey || WRITING.has(event.key))) return;
    setTyped(true);
    const keys = { ...props, tree, rows: lines.rows, meant, typeAhead, isTyped };
    if (!treeKeys(event, keys)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { style, ...container } = tree.getContainerProps(t("codes.tree"));
  const visible = rows.getVirtualItems();
  const stop = visible.find(({ index }) => lines.rows[index]?.code.guid === focused) ?? visible[0];
  return (
    <div
      ref={scroller}
      className={`tree-scroll${drop ? " dropping" : ""}`}
      {...dropProps}
      onKeyDownCapture={press}
      onPointerDown={() => setTyped(false)}
    >
      <div
        {...container}
        role="tree"
        aria-multiselectable
        data-typed={isTyped || undefined}
        style={{ ...style, height: rows.getTotalSize() }}
        className="tree"
      >
        {visible.map((row) => {
          const at = lines.rows[row.index];
          if (!at) return null;
          const { code } = at;
          return (
            <CodeLine
              key={code.guid}
              item={tree.getItemInstance(code.guid)}
              row={at}
              ink={inks.get(code.guid)}
              hasChildren={shown.children.has(code.guid)}
              top={row.start}
              indent={INDENT}
              isStop={row === stop}
              isRenaming={renaming === code.guid}
              isFixed={isReadOnly}
              onRenamed={(name, isByKey) => {
                props.onRenaming(null);
                if (isByKey) tree.updateDomFocus();
                if (name && name !== code.name) props.onRename(code, name);
              }}
              onMenu={(at) => props.onMenu(meant(code.guid), at)}
              onTake={() => {
                props.onSelect([]);
                props.onTake(code);
              }}
              onDrag={(event) => {
                setHeld(code.guid);
                startDrag(event.nativeEvent, { codes: meant(code.guid) });
              }}
              onDragEnd={() => setHeld(null)}
              onKeyed={() => setKeyed(code.guid)}
            />
          );
        })}
      </div>
      <DropMark drop={drop} line={LINE} indent={INDENT} />
    </div>
  );
}
