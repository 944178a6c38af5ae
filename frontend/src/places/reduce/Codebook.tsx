import { type ClipboardEvent, type DragEvent, memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { MenuAt } from "../../components/Menu";
import { isTyping } from "../../lib/typing";
import { useCodebookView } from "../../stores/codebook";
import { BookEmpty } from "./book/BookEmpty";
import { BookHead } from "./book/BookHead";
import { CodeOpened } from "./book/CodeOpened";
import { codeLines } from "./book/code-lines";
import { fileOf, looksLikeCodebook } from "./book/pasted";
import { SelectionBar } from "./book/SelectionBar";
import { SetsPanel } from "./book/SetsPanel";
import { ask, useShelf } from "./book/shelf";
import { useBookDoings } from "./book/use-book-doings";
import { useOnlyMembers } from "./book/use-only-members";
import { CodeDialogs } from "./CodeDialogs";
import { CodeTree } from "./CodeTree";
import { useDesk } from "./desk";
import { among, sorted, sought } from "./tree";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  /** Puts a code on the picked passage; false when none is picked. */
  apply: (codes: readonly string[]) => boolean;
  onClose?: () => void;
  /** The tree, whichever code is opened. */
  isTree?: boolean;
}

/** What is shown of the codes: those sought, of a set, in an order. */
function useShown(codes: readonly Code[], text: string) {
  const sorting = useCodebookView((view) => view.sorting);
  const members = useOnlyMembers();
  const shown = useMemo(() => {
    const inSet = members ? among(codes, members) : codes;
    return sorted(sought(inSet, text), sorting);
  }, [codes, text, members, sorting]);
  const isOpen = text.trim() !== "" || members !== null;
  return { shown, isOpen, isOrdered: !isOpen && sorting === "order" };
}

/** Files that are dropped, and codebooks that are pasted, are shown before they are merged in. */
function useIncoming() {
  const isFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    onDragOver: (event: DragEvent) => {
      if (isFile(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const file = isFile(event) ? event.dataTransfer.files[0] : undefined;
      if (!file) return;
      event.preventDefault();
      ask({ kind: "import", file });
    },
    onPaste: (event: ClipboardEvent) => {
      const file = event.clipboardData.files[0];
      const text = event.clipboardData.getData("text/plain");
      if (!file && (isTyping(event.target) || !looksLikeCodebook(text))) return;
      event.preventDefault();
      ask({ kind: "import", file: file ?? fileOf(text) });
    },
  };
}

/** The codebook beside the text: the tree of codes and their sets, or one code opened. */
export const Codebook = memo(function Codebook({
  codes,
  inks,
  apply,
  onClose,
  isTree = false,
}: Props) {
  const { t } = useTranslation(["reduce", "codebook", "patterns"]);
  const [text, setText] = useState("");
  const [selection, setSelection] = useState<readonly string[]>([]);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ codes: readonly string[]; at: Element } | null>(null);
  const opened = useDesk((desk) => desk.opened);
  const said = useShelf((shelf) => shelf.said);
  const doings = useBookDoings({ codes, apply });
  const incoming = useIncoming();
  const { shown, isOpen, isOrdered } = useShown(codes, text);
  const selected = useMemo(() => {
    const known = new Set(codes.map(({ guid }) => guid));
    return selection.filter((guid) => known.has(guid));
  }, [codes, selection]);
  const openedCode = isTree ? undefined : codes.find(({ guid }) => guid === opened);
  const meant = menu ? doings.found(menu.codes) : [];
  return (
    <section className="codebook" aria-label={t("codes.title")} {...incoming}>
      {openedCode ? (
        <CodeOpened key={openedCode.guid} code={openedCode} codes={codes} inks={inks} />
      ) : (
        <>
          <BookHead
            count={codes.length}
            text={text}
            onText={setText}
            {...(onClose && { onClose })}
          />
          {codes.length === 0 ? (
            <BookEmpty />
          ) : shown.length === 0 ? (
            <p className="panel-none muted">{t("codebook:noneFound")}</p>
          ) : (
            <CodeTree
              codes={shown}
              inks={inks}
              isOpen={isOpen}
              isOrdered={isOrdered}
              selected={selected}
              renaming={renaming}
              onRenaming={setRenaming}
              onSelect={setSelection}
              onTake={doings.take}
              onDrop={doings.drop}
              onStep={doings.step}
              onRename={doings.rename}
              onRemove={doings.remove}
              onMenu={(guids, at) => setMenu({ codes: guids, at })}
            />
          )}
          {selected.length > 1 && (
            <SelectionBar
              codes={doings.found(selected)}
              onRemove={doings.remove}
              onClear={() => setSelection([])}
            />
          )}
          {codes.length > 0 && <SetsPanel codes={codes} inks={inks} />}
        </>
      )}
      <MenuAt
        label={t("codes.menu", { name: doings.named(menu?.codes ?? []) })}
        lines={meant.length > 0 ? codeLines(t, meant, doings, setRenaming) : []}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
      />
      <CodeDialogs codes={codes} inks={inks} />
      <p className="sr-only" role="status">
        {said}
      </p>
    </section>
  );
});
