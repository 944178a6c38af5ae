import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReadQuery } from "../../api/queries";
import {
  behind,
  edited,
  type Group,
  group,
  moved,
  shownParts,
  writtenQuery,
} from "../../lib/query-parts";
import { useSlowly } from "../../lib/slowly";
import { type Doings, emptyRow, GroupRows } from "./Rows";
import "./query.css";

interface Props {
  value: string;
  onChange: (value: string) => void;
}

const begun = (): Group => group("and", [emptyRow()]);

/**
 * The rows of a query, and whether its text can be read into rows as it stands. What was written here
 * is not read again; what was written as text is, once it rests.
 */
function useRows(value: string) {
  const [kept, setKept] = useState(() => ({ text: "", root: begun() }));
  const slow = useSlowly(value);
  const isOwn = value.trim() === kept.text;
  const { data, error } = useReadQuery(isOwn ? "" : slow);
  if (!isOwn && value.trim() === "") setKept({ text: "", root: begun() });
  else if (!isOwn && data && slow === value) {
    setKept({ text: value.trim(), root: shownParts(data.part) });
  }
  return { root: kept.root, keep: setKept, isWrong: !isOwn && error !== null && slow === value };
}

/** Where the focus goes when a row came: into it. */
function useFresh(root: Group) {
  const frame = useRef<HTMLFieldSetElement>(null);
  const known = useRef<ReadonlySet<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows changed
  useEffect(() => {
    const rows = [...(frame.current?.querySelectorAll<HTMLElement>("[data-part]") ?? [])];
    const before = known.current;
    known.current = new Set(rows.flatMap(({ dataset }) => dataset.part ?? []));
    if (!before || !frame.current?.contains(document.activeElement)) return;
    const fresh = rows.filter(({ dataset }) => dataset.part && !before.has(dataset.part)).at(-1);
    fresh?.querySelector<HTMLElement>(".select-button, input")?.focus();
  }, [root]);
  return frame;
}

/** A query as rows and groups, in step with its text both ways. */
export function Builder({ value, onChange }: Props) {
  const { t } = useTranslation("query");
  const { root, keep, isWrong } = useRows(value);
  const frame = useFresh(root);
  const take = (next: Group) => {
    const whole = next.parts.length > 0 ? next : begun();
    const text = writtenQuery(whole);
    keep({ text, root: whole });
    if (text !== value.trim()) onChange(text);
  };
  const doings: Doings = {
    change: (id, edit) => take(edited(root, id, edit)),
    add: (id, added) => take(behind(root, id, added)),
    move: (id, by) => take(moved(root, id, by)),
  };
  if (isWrong) return <p className="query-waits muted">{t("waits")}</p>;
  return (
    <fieldset ref={frame} aria-label={t("builder")} className="query-builder">
      <GroupRows part={root} doings={doings} place="" depth={0} />
    </fieldset>
  );
}
