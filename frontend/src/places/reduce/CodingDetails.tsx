import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useStudy } from "../../api/study";
import type { Code } from "../../api/types";
import { note } from "../../app/noting";
import { chooseFindingFor } from "../../app/weighing";
import { useWritten } from "../../commands/keymap";
import { Badge } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import type { IconName } from "../../components/icon-paths";
import { Writing } from "../../components/Writing";
import type { CodingRow } from "../../lib/columns";
import { momentOf } from "../../lib/dates";
import type { Actions } from "./actions";
import { CodeSearch } from "./CodeSearch";
import { CodingComments } from "./CodingComments";
import { Contested } from "./Contested";
import { useDesk } from "./desk";
import { Swatch } from "./Swatch";
import { Weight } from "./Weight";

interface Props {
  source: string;
  row: CodingRow;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  actions: Actions;
}

const EDGES = [
  { command: "reduce.startBack", edge: "start", step: -1, icon: "left" },
  { command: "reduce.startOn", edge: "start", step: 1, icon: "right" },
  { command: "reduce.endBack", edge: "end", step: -1, icon: "left" },
  { command: "reduce.endOn", edge: "end", step: 1, icon: "right" },
] as const;

function Edge({ actions, ...props }: (typeof EDGES)[number] & { actions: Actions }) {
  const { t } = useTranslation("commands");
  const keys = useWritten(props.command);
  return (
    <IconButton
      icon={props.icon}
      size={16}
      label={t(props.command)}
      keys={keys}
      onPress={() => actions.nudge(props.edge, props.step)}
    />
  );
}

interface DoingProps {
  command: string;
  icon: IconName;
  writes?: boolean;
  onPress: () => void;
}

function Doing({ command, icon, writes = false, onPress }: DoingProps) {
  const { t } = useTranslation("commands");
  const keys = useWritten(command);
  return (
    <IconButton
      icon={icon}
      writes={writes}
      label={t(command as "reduce.code")}
      keys={keys}
      onPress={onPress}
    />
  );
}

function Head({ row, codes, inks }: Pick<Props, "row" | "codes" | "inks">) {
  const { t } = useTranslation("reduce");
  const { data: study } = useStudy();
  const code = codes.find(({ guid }) => guid === row.code);
  const coder = study?.users.find(({ guid }) => guid === row.coder);
  return (
    <>
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
        {t("card.by", { name: coder?.name ?? "?", date: momentOf(row.created) })}
      </p>
      {(code?.short || code?.definition) && (
        <p className="coding-about muted">{code.short || code.definition}</p>
      )}
    </>
  );
}

/** One coding: who, when, how strongly, what was noted, and what can be done with it. */
export function CodingDetails({ row, source, codes, inks, actions }: Props) {
  const { t } = useTranslation(["reduce", "desk", "happened"]);
  const part = useDesk((desk) => desk.part);
  const [isChanging, setChanging] = useState(part === "code");
  const code = codes.find(({ guid }) => guid === row.code);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isChanging) field.current?.focus();
  }, [isChanging]);
  const close = () => useDesk.setState({ point: null, part: null });
  const evidence = () => {
    const { start, end } = row;
    const quote = useDesk.getState().reader?.describe(row).quote ?? "";
    close();
    chooseFindingFor({ source, start, end, quote });
  };
  return (
    <section className="coding" aria-label={code?.path}>
      <Head row={row} codes={codes} inks={inks} />
      <Writing>
        <Contested row={row} codes={codes} actions={actions} />
        <Weight
          key={`${row.coding} ${row.weight}`}
          weight={row.weight}
          begins={part === "weight"}
          onWeigh={(weight) => actions.change(row.coding, { weight })}
        />
        <div className="coding-edges">
          <span>{t("desk:card.begins")}</span>
          <Edge {...EDGES[0]} actions={actions} />
          <Edge {...EDGES[1]} actions={actions} />
          <span className="push">{t("desk:card.ends")}</span>
          <Edge {...EDGES[2]} actions={actions} />
          <Edge {...EDGES[3]} actions={actions} />
        </div>
      </Writing>
      <CodingComments coding={row.coding} begins={part === "comment"} />
      {isChanging ? (
        <CodeSearch
          ref={field}
          codes={codes}
          inks={inks}
          label={t("card.newCode")}
          onPick={({ guid }) => {
            setChanging(false);
            actions.change(row.coding, { code: guid });
          }}
          onEscape={() => setChanging(false)}
        />
      ) : (
        <div className="coding-doings">
          <Button small look="quiet" icon="code" writes onPress={() => setChanging(true)}>
            {t("card.change")}
          </Button>
          <Button
            small
            look="quiet"
            icon="plus"
            writes
            onPress={() => {
              const { start, end } = row;
              const quote = useDesk.getState().reader?.describe(row).quote ?? "";
              close();
              note({ kind: "words", words: { source, start, end, quote, segment: row.coding } });
            }}
          >
            {t("happened:fromWords")}
          </Button>
          <span className="push" />
          <Doing command="reduce.evidence" icon="evidence" writes onPress={evidence} />
          <Doing
            command="reduce.segments"
            icon="list"
            onPress={() => {
              close();
              useDesk.setState({ opened: row.code, search: null });
            }}
          />
          <Doing
            command="reduce.onlyCode"
            icon="filter"
            onPress={() => {
              close();
              useDesk.setState({ onlyCode: row.code });
            }}
          />
          <Doing
            command="reduce.uncode"
            writes
            icon="trash"
            onPress={() => {
              actions.uncode([row.coding]);
              close();
              useDesk.getState().reader?.focus();
            }}
          />
        </div>
      )}
    </section>
  );
}
