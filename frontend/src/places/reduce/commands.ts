/** The commands of the desk: what each does, and what it says where it can do nothing. */

import type { RefObject } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import type { SourceText } from "../../api/types";
import { goTo } from "../../app/hash";
import { type NotedWords, note } from "../../app/noting";
import { chooseFindingFor, segmentInSight } from "../../app/weighing";
import { useCommands } from "../../commands/registry";
import type texts from "../../locales/en/desk.json";
import type { Actions } from "./actions";
import { codeAtHand } from "./at-hand";
import { citationOf } from "./cite";
import { codingMeant } from "./coding-meant";
import { stepBack, useDesk } from "./desk";
import { markSelection } from "./picked-mark";
import { beside } from "./source-order";

export interface Acting {
  readonly source: string;
  /** How the source is called. */
  readonly name: string;
  /** The case (GUID) whose words it is, where it is of one alone; else nothing. */
  readonly rated: string;
  readonly text: SourceText;
  readonly actions: Actions;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The field of the quick bar. */
  readonly field: RefObject<HTMLInputElement | null>;
  /** Sets how far the source is to the next state. */
  readonly nextStatus: () => void;
  readonly toggleBlind: () => void;
}

type Why = keyof typeof texts.why;
type Step = "nextBlock" | "previousBlock" | "nextCoding" | "previousCoding";

/** The passage that is meant: the selected one, else the block the cursor is in. */
function passage(): Span | null {
  const { picked, reader } = useDesk.getState();
  return picked ?? reader?.blockAt() ?? null;
}

/** Picks the block the cursor is in, where nothing is selected. */
function pickBlock(): boolean {
  const { picked, reader } = useDesk.getState();
  if (picked) return true;
  const block = reader?.blockAt();
  if (!reader || !block) return false;
  reader.setSelection(block);
  useDesk.setState({ picked: { ...block, quote: reader.describe(block).quote }, point: null });
  return true;
}

function move(step: Step): boolean {
  const { reader } = useDesk.getState();
  const came = reader?.[step]() ?? null;
  if (!reader || came === null) return false;
  const isCoding = typeof came === "string";
  useDesk.setState({ picked: null, point: null, current: isCoding ? came : null });
  reader.focus();
  return true;
}

/** Opens the card of a coding where it is. */
function openCard(coding: string, span: Span, part: "weight" | "comment" | "whole"): boolean {
  const { reader } = useDesk.getState();
  void reader?.goTo(span, { align: "nearest" }).then(() => {
    const box = reader.rectOf({ start: span.start, end: Math.min(span.start + 1, span.end) });
    const place = box ?? reader.rectOf(span);
    const codings = reader.codingsAt(span.start);
    const others = codings.filter((one) => one !== coding);
    useDesk.setState({
      point: { codings: [coding, ...others], x: place?.left ?? 200, y: place?.bottom ?? 200 },
      current: coding,
      part,
    });
  });
  return true;
}

/** Registers the commands of the desk for as long as it is there. */
export function useDeskCommands(acting: Acting): void {
  const { t } = useTranslation("desk");
  const { actions } = acting;
  /** Says why nothing was done. */
  const or = (done: boolean, why: Why): true => {
    if (!done) useDesk.setState({ said: t(`why.${why}`) });
    return true;
  };
  const card = (part: "weight" | "comment" | "whole") => () => {
    const coding = codingMeant();
    const row = coding ? actions.row(coding) : null;
    return or(row !== null && openCard(row.coding, row, part), "noCoding");
  };
  const recent = (at: number) => () => {
    const code = codeAtHand(at);
    if (code === undefined) return or(false, "noRecent");
    return or(pickBlock() && actions.apply([code]), "noPassage");
  };
  /** The words that are meant: those of a line that has the focus, the selected ones, or a coding's. */
  const wordsMeant = (): NotedWords | null => {
    const focused = globalThis.document.activeElement?.closest("[data-segment]");
    const inSight = focused ? segmentInSight() : null;
    if (inSight) return inSight;
    const { picked, current, reader } = useDesk.getState();
    const row = current ? actions.row(current) : null;
    const span = picked ?? row;
    if (!span || !reader) return null;
    const { start, end } = span;
    const { quote } = reader.describe({ start, end });
    const segment = picked ? {} : { segment: row?.coding ?? "" };
    return { source: acting.source, start, end, quote, ...segment };
  };
  const withWords = (act: (words: NotedWords) => void) => () => {
    const words = wordsMeant();
    if (words) act(words);
    return or(words !== null, "noEvidence");
  };
  const evidence = withWords(({ source, start, end, quote }) =>
    chooseFindingFor({ source, start, end, quote }),
  );
  const cite = () => {
    const span = passage();
    if (!span) return or(false, "noPassage");
    const words = citationOf(acting.text, span, acting.name);
    void navigator.clipboard.writeText(words).then(
      () => useDesk.setState({ said: t("said.cited") }),
      () => useDesk.setState({ said: t("why.noClipboard") }),
    );
    return true;
  };
  const toSource = (step: 1 | -1) => () => {
    const next = beside(acting.source, step);
    if (next) goTo(`/reduce/${next}`);
    return or(next !== null, step > 0 ? "lastSource" : "firstSource");
  };
  const memo = () => {
    const { picked, current } = useDesk.getState();
    const { start, end, quote = "" } = picked ?? {};
    const place = start === undefined || end === undefined ? {} : { start, end };
    const about = current
      ? { kind: "coding", guid: current }
      : { kind: "source", guid: acting.source, ...place };
    useDesk.setState({ dialog: { kind: "memo", about, quote } });
  };
  useCommands({
    "reduce.code": () => {
      // The bar is drawn at once, so that the letters typed next go into its field.
      if (!flushSync(pickBlock)) return or(false, "noPassage");
      markSelection();
      acting.field.current?.focus();
      return true;
    },
    "reduce.inVivo": () => or(actions.inVivo(), "noSelection"),
    "reduce.memo": memo,
    "reduce.repeat": () => {
      const { last } = useDesk.getState();
      if (last.length === 0) return or(false, "noLast");
      return or(pickBlock() && actions.apply(last), "noPassage");
    },
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`reduce.recent${at + 1}`, recent(at)]),
    ),
    "reduce.evidence": evidence,
    "reduce.event": withWords((words) => note({ kind: "words", words })),
    "reduce.surprise": withWords((words) => note({ kind: "surprise", words })),
    "reduce.remark": withWords((words) => note({ kind: "remark", words })),
    "reduce.rate": withWords((words) => note({ kind: "rating", case: acting.rated, words })),
    "reduce.uncode": () => or(actions.uncode(), "noCoding"),
    "reduce.card": card("whole"),
    "reduce.weigh": card("weight"),
    "reduce.comment": card("comment"),
    "reduce.startBack": () => or(actions.nudge("start", -1), "noCoding"),
    "reduce.startOn": () => or(actions.nudge("start", 1), "noCoding"),
    "reduce.endBack": () => or(actions.nudge("end", -1), "noCoding"),
    "reduce.endOn": () => or(actions.nudge("end", 1), "noCoding"),
    "reduce.undo": acting.undo,
    "reduce.redo": acting.redo,
    "reduce.nextBlock": () => or(move("nextBlock"), "lastBlock"),
    "reduce.previousBlock": () => or(move("previousBlock"), "firstBlock"),
    "reduce.nextCoding": () => or(move("nextCoding"), "lastCoding"),
    "reduce.previousCoding": () => or(move("previousCoding"), "firstCoding"),
    "reduce.nextSource": toSource(1),
    "reduce.previousSource": toSource(-1),
    "reduce.status": acting.nextStatus,
    "reduce.toBlock": () => useDesk.setState({ dialog: { kind: "block" } }),
    "reduce.cite": cite,
    "reduce.find": () => useDesk.setState({ isFinding: true }),
    "reduce.findEverywhere": () => useDesk.setState({ search: "words" }),
    "reduce.query": () => useDesk.setState({ search: "query" }),
    "reduce.segments": () => {
      const coding = codingMeant();
      const code = coding ? actions.row(coding)?.code : useDesk.getState().last[0];
      if (code) useDesk.setState({ opened: code, search: null, point: null });
      return or(code !== undefined, "noCoding");
    },
    "reduce.onlyCode": () => {
      const { onlyCode } = useDesk.getState();
      const coding = codingMeant();
      const code = coding ? actions.row(coding)?.code : undefined;
      if (!onlyCode && !code) return or(false, "noCoding");
      useDesk.setState({ onlyCode: onlyCode ? null : (code ?? null) });
      return true;
    },
    "reduce.focus": () => useDesk.setState(({ isFocused }) => ({ isFocused: !isFocused })),
    "reduce.blind": acting.toggleBlind,
    "reduce.back": stepBack,
  });
}
