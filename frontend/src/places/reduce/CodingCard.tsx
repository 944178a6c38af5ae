import { useEffect, useRef, useState } from "react";
import { Dialog, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useChangeCoding } from "../../api/codings";
import { useMemos } from "../../api/memos";
import { useStudy } from "../../api/study";
import type { Code, Codings, Memo } from "../../api/types";
import { Badge } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { toastProblem } from "../../components/toasts";
import { type CodingRow, rowOf } from "../../lib/columns";
import { currentLanguage } from "../../lib/i18n";
import type { Actions } from "./actions";
import { CodeSearch } from "./CodeSearch";
import { useDesk } from "./desk";
import { Swatch } from "./Swatch";

interface Props {
  source: string;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  codings: Codings;
  actions: Actions;
}

function Weight({ row, source }: { row: CodingRow; source: string }) {
  const { t } = useTranslation(["reduce", "shell"]);
  const change = useChangeCoding();
  const [text, setText] = useState(row.weight?.toString() ?? "");
  const save = () => {
    const weight = text.trim() === "" ? null : Math.min(100, Math.max(0, Math.round(Number(text))));
    if (Number.isNaN(weight) || weight === row.weight) return setText(row.weight?.toString() ?? "");
    setText(weight?.toString() ?? "");
    change.mutate(
      { source, coding: row.coding, patch: { weight } },
      { onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")) },
    );
  };
  return (
    <label className="coding-weight">
      {t("card.weight")}
      <input
        className="input"
        inputMode="numeric"
        placeholder="0–100"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />
    </label>
  );
}

function Memos({ memos }: { memos: readonly Memo[] }) {
  return memos.map((memo) => (
    <blockquote key={memo.guid} className="coding-memo">
      {memo.title !== memo.body && <strong>{memo.title}</strong>}
      <p>{memo.body}</p>
      <small className="muted">{memo.author}</small>
    </blockquote>
  ));
}

/** One coding: who, when, how strongly, what was noted, and what can be done with it. */
function One({ row, source, codes, inks, actions }: Omit<Props, "codings"> & { row: CodingRow }) {
  const { t } = useTranslation(["reduce", "shell"]);
  const { data: study } = useStudy();
  const { data: memos } = useMemos(row.coding.startsWith("new-") ? null : row.coding);
  const change = useChangeCoding();
  const [isChanging, setChanging] = useState(false);
  const code = codes.find(({ guid }) => guid === row.code);
  const coder = study?.users.find(({ guid }) => guid === row.coder);
  const date = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: "medium" });
  const close = () => useDesk.setState({ point: null });
  const quote = () => useDesk.getState().reader?.describe(row).quote ?? "";
  return (
    <section className="coding" aria-label={code?.path}>
      <header>
        <Swatch ink={inks.get(row.code)} />
        <div>
          <h3>{code?.name}</h3>
          {code && code.depth > 0 && (
            <small className="muted">{code.path.slice(0, -code.name.length - 1)}</small>
          )}
        </div>
        {row.origin !== "hand" && <Badge>{t(`origin.${row.origin as "in vivo"}`)}</Badge>}
      </header>
      <p className="coding-by">
        <span className="coder" style={{ "--ink": coder?.colour } as React.CSSProperties}>
          {coder?.initials}
        </span>
        {t("card.by", { name: coder?.name ?? "?", date: date.format(row.created) })}
      </p>
      {code?.short && <p className="muted">{code.short}</p>}
      <Memos memos={memos ?? []} />
      {isChanging ? (
        <CodeSearch
          codes={codes}
          inks={inks}
          label={t("card.newCode")}
          onPick={({ guid }) => {
            setChanging(false);
            change.mutate(
              { source, coding: row.coding, patch: { code: guid } },
              {
                onError: (error) =>
                  toastProblem(error, t("failed.change"), t("shell:offline.hint")),
              },
            );
          }}
          onEscape={() => setChanging(false)}
          ref={(field) => field?.focus()}
        />
      ) : (
        <div className="coding-doings">
          <Weight key={`${row.coding}${row.weight}`} row={row} source={source} />
          <span className="push" />
          <Button small look="quiet" icon="code" onPress={() => setChanging(true)}>
            {t("card.change")}
          </Button>
          <IconButton
            icon="memo"
            label={t("keys.memo")}
            keys="M"
            onPress={() => {
              const about = { kind: "coding", guid: row.coding };
              useDesk.setState({ dialog: { kind: "memo", about, quote: quote() }, point: null });
            }}
          />
          <IconButton
            icon="evidence"
            label={t("keys.evidence")}
            keys="."
            onPress={() =>
              useDesk.setState({
                dialog: { kind: "evidence", span: row, quote: quote() },
                point: null,
              })
            }
          />
          <IconButton
            icon="list"
            label={t("card.segments")}
            onPress={() => useDesk.setState({ opened: row.code, point: null })}
          />
          <IconButton
            icon="trash"
            label={t("keys.uncode")}
            keys="X"
            onPress={() => {
              actions.uncode([row.coding]);
              close();
            }}
          />
        </div>
      )}
    </section>
  );
}

/** The codings that were clicked, the innermost first, in a card beside the place. */
export function CodingCard({ codings, ...props }: Props) {
  const { t } = useTranslation("reduce");
  const point = useDesk((desk) => desk.point);
  const anchor = useRef<HTMLSpanElement>(null);
  const rows = (point?.codings ?? []).flatMap((coding) => rowOf(codings, coding) ?? []);
  const isGone = point !== null && rows.length === 0;
  useEffect(() => {
    if (isGone) useDesk.setState({ point: null });
  }, [isGone]);
  return (
    <>
      <span
        ref={anchor}
        className="card-anchor"
        style={{ translate: `${point?.x ?? 0}px ${(point?.y ?? 0) + 6}px` }}
      />
      <Popover
        key={`${point?.x} ${point?.y}`}
        className="popover coding-card"
        triggerRef={anchor}
        isOpen={point !== null && rows.length > 0}
        onOpenChange={(open) => !open && useDesk.setState({ point: null })}
        placement="bottom start"
      >
        <Dialog className="coding-dialog" aria-label={t("card.label", { count: rows.length })}>
          {rows.map((row) => (
            <One key={row.coding} row={row} {...props} />
          ))}
        </Dialog>
      </Popover>
    </>
  );
}
