import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSplitCode } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import { codeQuery, useSegments } from "../../../api/segments";
import type { Code, Segment } from "../../../api/types";
import { Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Checkbox, TextField } from "../../../components/Field";
import { useDesk } from "../desk";
import { Colours } from "./Colours";
import { useShelf } from "./shelf";
import { useDone } from "./use-done";
import "./code-split.css";

/** The query for a code's own passages, narrowed. */
export function ownQuery(path: string, more: string): string {
  const own = codeQuery(path).replace("code:", "code:=");
  return more.trim() === "" ? own : `${own} and (${more.trim()})`;
}

/** A plain word is looked for in the texts; anything else is a query as it stands. */
export function asQuery(text: string): string {
  const words = text.trim();
  if (words === "" || /[:=<>~]|\b(and|or|not|in|overlaps)\b/.test(words)) return words;
  return `text:"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function codingsOf(segment: Segment, code: string): string[] {
  return segment.marks.filter((mark) => mark.code === code).map((mark) => mark.coding);
}

interface ListProps {
  code: Code;
  segments: readonly Segment[];
  chosen: ReadonlySet<string>;
  onChoose: (codings: readonly string[], isChosen: boolean) => void;
}

function Passages({ code, segments, chosen, onChoose }: ListProps) {
  return (
    <ul className="code-split-list">
      {segments.map((segment) => {
        const codings = codingsOf(segment, code.guid);
        return (
          <li key={`${segment.source} ${segment.start} ${segment.end}`}>
            <Checkbox
              isSelected={codings.length > 0 && codings.every((coding) => chosen.has(coding))}
              onChange={(isChosen) => onChoose(codings, isChosen)}
            >
              <span className="code-split-text" dir="auto">
                {segment.text}
                <small className="muted">{segment.source_name}</small>
              </span>
            </Checkbox>
          </li>
        );
      })}
    </ul>
  );
}

/** A code's passages, of which some are to have a new code. */
export function SplitPanel({ code }: { code: Code }) {
  const { t } = useTranslation(["codebook", "reduce"]);
  const [text, setText] = useState("");
  const [query, setQuery] = useState("");
  const [name, setName] = useState("");
  const [colour, setColour] = useState(code.colour);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const split = useSplitCode();
  const { done, onError } = useDone();
  const found = useSegments(ownQuery(code.path, query), { context: 0 });
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const seen = new Set(segments.flatMap((segment) => codingsOf(segment, code.guid)));
  const shown = isAll ? seen : chosen;
  const count = isAll ? total : chosen.size;
  const choose = (codings: readonly string[], isChosen: boolean) => {
    const now = new Set(shown);
    for (const coding of codings) {
      if (isChosen) now.add(coding);
      else now.delete(coding);
    }
    setAll(false);
    setChosen(now);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const which = isAll ? { query: query || "code:*" } : { codings: [...chosen] };
    lasting(
      split,
      { code: code.guid, form: { name: name.trim(), colour, ...which } },
      {
        onSuccess: (made) => {
          done(t("split.done", { name: code.name, made: made.name, count: made.codings }));
          useShelf.setState({ view: "passages" });
          useDesk.setState({ opened: made.guid });
        },
        onError,
      },
    );
  };
  return (
    <form className="code-split" onSubmit={submit}>
      <p className="muted">{t("split.hint", { name: code.name })}</p>
      <TextField
        label={t("split.find")}
        note={t("split.findNote")}
        value={text}
        onChange={setText}
        onBlur={() => setQuery(asQuery(text))}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          setQuery(asQuery(text));
        }}
        {...(found.error && { error: found.error.message })}
      />
      {total > 0 && (
        <Checkbox
          isSelected={isAll || (chosen.size > 0 && chosen.size === total)}
          isIndeterminate={!isAll && chosen.size > 0 && chosen.size < total}
          onChange={(all) => {
            setChosen(new Set());
            setAll(all);
          }}
        >
          {t("split.all", { count: total })}
        </Checkbox>
      )}
      <div className="code-split-scroll">
        {found.isPending && <Loading />}
        {!found.isPending && total === 0 && <p className="muted">{t("split.none")}</p>}
        <Passages code={code} segments={segments} chosen={shown} onChoose={choose} />
        {found.hasNextPage && (
          <Button small look="quiet" onPress={() => void found.fetchNextPage()}>
            {t("split.more")}
          </Button>
        )}
      </div>
      <div className="code-split-foot">
        <TextField label={t("split.name")} value={name} onChange={setName} />
        <Colours value={colour} onChange={setColour} />
        <Button
          look="primary"
          type="submit"
          isDisabled={name.trim() === "" || count === 0}
          isPending={split.isPending}
        >
          {t("split.move", { count })}
        </Button>
      </div>
    </form>
  );
}
