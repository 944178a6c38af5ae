import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SORTS, type Sort } from "../../api/concordance";
import { SearchField, Select, TextField } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { useSlowly } from "../../lib/slowly";
import { type Asked, WAYS, WIDTHS } from "./asked";

interface Props {
  asked: Asked;
  error: Error | null;
  onAsk: (part: Partial<Asked>) => void;
}

/** A text as it is written, told once it rests. */
function useRested(value: string, onRest: (text: string) => void) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setText(value);
  }
  const slow = useSlowly(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it rests
  useEffect(() => {
    if (slow !== value && slow === text) {
      setGiven(slow);
      onRest(slow);
    }
  }, [slow]);
  return [text, setText] as const;
}

/** What is looked for, how, where, and in which order its lines stand. */
export function Asking({ asked, error, onAsk }: Props) {
  const { t } = useTranslation("concordance");
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useRested(asked.words, (text) => onAsk({ words: text }));
  const [where, setWhere] = useRested(asked.where, (text) => onAsk({ where: text }));
  useEffect(() => field.current?.focus(), []);
  const sorts = SORTS.map((id) => ({ id, label: t(`sorts.${id}`) }));
  const [first = "source", second = "source"] = asked.sort;
  const sort = (...by: Sort[]) =>
    onAsk({
      sort: by.filter((one, at) => by.indexOf(one) === at && (at === 0 || one !== "source")),
    });
  return (
    <search className="concordance-asked">
      <SearchField ref={field} label={t(`fields.${asked.way}`)} value={words} onChange={setWords} />
      <Segmented
        small
        label={t("way")}
        value={asked.way}
        choices={WAYS.map((id) => ({ id, label: t(`ways.${id}`) }))}
        onChange={(way) => onAsk({ way })}
      />
      <TextField
        label={t("where")}
        note={t("whereHint", { example: "case.peran = penjual" })}
        error={error?.message ?? ""}
        value={where}
        onChange={setWhere}
      />
      <Select label={t("sort")} choices={sorts} value={first} onChange={(by) => sort(by, second)} />
      <Select label={t("then")} choices={sorts} value={second} onChange={(by) => sort(first, by)} />
      <Select
        label={t("context")}
        choices={WIDTHS.map((id) => ({ id, label: t("characters", { count: Number(id) }) }))}
        value={String(asked.context) as (typeof WIDTHS)[number]}
        onChange={(width) => onAsk({ context: Number(width) })}
      />
      <p className="field-note">{t("keys")}</p>
    </search>
  );
}
