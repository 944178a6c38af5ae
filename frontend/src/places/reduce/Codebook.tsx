import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useChangeCode, useMoveCode, useRemoveCode } from "../../api/codes";
import type { Code } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { EmptyState } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { MenuAt, type MenuLine } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { type CodeDialog, CodeDialogs } from "./CodeDialogs";
import { CodeTree } from "./CodeTree";
import { useDesk } from "./desk";
import { SegmentsPanel } from "./SegmentsPanel";

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  /** Puts a code on the picked passage; false when none is picked. */
  apply: (codes: readonly string[]) => boolean;
  onClose?: () => void;
}

/** The codebook beside the text: the tree of codes, or the segments of one of them. */
export function Codebook({ codes, inks, apply, onClose }: Props) {
  const { t } = useTranslation(["reduce", "shell"]);
  const [text, setText] = useState("");
  const [dialog, setDialog] = useState<CodeDialog | null>(null);
  const [menu, setMenu] = useState<{ code: Code; at: Element } | null>(null);
  const opened = useDesk((desk) => desk.opened);
  const onlyCode = useDesk((desk) => desk.onlyCode);
  const change = useChangeCode();
  const move = useMoveCode();
  const remove = useRemoveCode();
  const { undo } = useUndoing();
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));

  const openedCode = codes.find(({ guid }) => guid === opened);
  if (openedCode) {
    return <SegmentsPanel code={openedCode} ink={inks.get(openedCode.guid)} />;
  }

  const take = (code: Code) => {
    if (code.codable && apply([code.guid])) return;
    useDesk.setState({ opened: code.guid });
  };
  const removeCode = (code: Code) => {
    if (code.codings_below > 0) setDialog({ kind: "remove", code });
    else
      remove.mutate(code, {
        onSuccess: () =>
          toast(t("codes.removed", { name: code.name }), {
            doing: { label: t("shell:undo.undo"), act: undo },
          }),
        onError,
      });
  };
  const linesFor = (code: Code): MenuLine[] => [
    {
      id: "segments",
      icon: "list",
      label: t("card.segments"),
      onAction: () => useDesk.setState({ opened: code.guid }),
    },
    {
      id: "only",
      icon: "filter",
      label: onlyCode === code.guid ? t("codes.all") : t("codes.only"),
      onAction: () => useDesk.setState({ onlyCode: onlyCode === code.guid ? null : code.guid }),
    },
    {
      id: "edit",
      icon: "edit",
      label: t("codes.edit"),
      apart: true,
      onAction: () => setDialog({ kind: "edit", code }),
    },
    {
      id: "add",
      icon: "plus",
      label: t("codes.addBelow"),
      onAction: () => setDialog({ kind: "add", parent: code }),
    },
    {
      id: "move",
      icon: "folder",
      label: t("codes.move"),
      onAction: () => setDialog({ kind: "move", code }),
    },
    {
      id: "merge",
      icon: "merge",
      label: t("codes.merge"),
      onAction: () => setDialog({ kind: "merge", code }),
    },
    {
      id: "remove",
      icon: "trash",
      label: t("codes.remove"),
      danger: true,
      apart: true,
      onAction: () => removeCode(code),
    },
  ];
  return (
    <section className="codebook" aria-label={t("codes.title")}>
      <header className="panel-head">
        <h2>{t("codes.title")}</h2>
        <span className="muted number">{codes.length}</span>
        <span className="push" />
        <IconButton
          icon="plus"
          label={t("codes.add")}
          onPress={() => setDialog({ kind: "add", parent: null })}
        />
        <IconButton
          icon="import"
          label={t("codes.frames")}
          onPress={() => setDialog({ kind: "frames" })}
        />
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <div className="panel-search">
        <SearchField label={t("codes.search")} value={text} onChange={setText} />
      </div>
      {codes.length === 0 ? (
        <EmptyState
          icon="code"
          title={t("codes.empty")}
          doings={
            <>
              <Button icon="plus" onPress={() => setDialog({ kind: "add", parent: null })}>
                {t("codes.add")}
              </Button>
              <Button icon="import" onPress={() => setDialog({ kind: "frames" })}>
                {t("codes.frames")}
              </Button>
            </>
          }
        >
          {t("codes.emptyHint")}
        </EmptyState>
      ) : (
        <CodeTree
          codes={codes}
          inks={inks}
          text={text}
          onTake={take}
          onDropPassage={(code) => apply([code.guid])}
          onMenu={(code, at) => setMenu({ code, at })}
          onRemove={removeCode}
          onRename={(code, name) => change.mutate({ code, patch: { name } }, { onError })}
          onMove={(code, parent, position) =>
            move.mutate({ code, parent, ...(position !== null && { position }) }, { onError })
          }
        />
      )}
      <MenuAt
        label={t("codes.menu", { name: menu?.code.name ?? "" })}
        lines={menu ? linesFor(menu.code) : []}
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
      />
      <CodeDialogs dialog={dialog} codes={codes} inks={inks} onClose={() => setDialog(null)} />
    </section>
  );
}
