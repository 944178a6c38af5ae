import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import type { Ink, Reader as TextReader } from "../../annotators/text/api";
import { Reader } from "../../annotators/text/Reader";
import { lasting } from "../../api/lasting";
import { useSeen } from "../../api/seen";
import { useChangeSource, useSource, useText } from "../../api/sources";
import { useStudy } from "../../api/study";
import type { Code, Codings, Source, SourceStatus, SourceText, Study } from "../../api/types";
import { useCrumbText } from "../../app/crumb";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { toastProblem } from "../../components/toasts";
import { useReadOnly } from "../../stores/read-only";
import { useUi } from "../../stores/ui";
import type { Actions } from "./actions";
import { Break } from "./Break";
import { useBlind } from "./CoderFilter";
import { CodingCard } from "./CodingCard";
import { Correct } from "./Correct";
import { useDeskCommands } from "./commands";
import { DeskBar } from "./DeskBar";
import { DeskDialogs } from "./DeskDialogs";
import { DeskLine } from "./DeskLine";
import { clearDesk, say, useDesk } from "./desk";
import { FindBar } from "./FindBar";
import { coderInks } from "./inks";
import { LostPassages } from "./LostPassages";
import { MarginMemo } from "./MarginMemo";
import { markSelection, unmark } from "./picked-mark";
import { QuickBar } from "./QuickBar";
import { useReaderWords } from "./reader-words";
import { documentOf, readingStyle, useFiltered, usePosition } from "./reading";
import { isLost, useMarginNotes, useTextDoings } from "./text-doings";
import "./desk.css";

interface Props {
  source: string;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  codings: Codings;
  actions: Actions;
  onSources: (() => void) | null;
  onCodes: (() => void) | null;
}

const NOBODY: Study["users"] = [];

/** Whether the focus is in something that is not the text, as in the field of the bar. */
function isElsewhere(): boolean {
  const at = globalThis.document.activeElement;
  return at !== null && at !== globalThis.document.body && at.closest(".reader") === null;
}

/** Follows what is selected and clicked in the reader. */
function useListening(reader: TextReader | null): void {
  useEffect(() => {
    if (!reader) return;
    let isInText = true;
    let isDown = false;
    const take = () => {
      const picked = reader.getSelection();
      if (picked) {
        // The same words told once more leave open what was opened for them meanwhile.
        const { picked: before, point } = useDesk.getState();
        if (point && before?.start === picked.start && before.end === picked.end) return;
        unmark();
        useDesk.setState({ picked, point: null, current: null });
      } else if (isInText && !isElsewhere()) {
        unmark();
        useDesk.setState({ picked: null });
      }
    };
    const down = (event: PointerEvent) => {
      isDown = true;
      isInText = event.target instanceof Element && event.target.closest(".reader") !== null;
      if (!isInText && useDesk.getState().picked) markSelection();
    };
    const up = () => {
      isDown = false;
      if (isInText) take();
    };
    const key = (event: KeyboardEvent) => {
      isInText = event.target instanceof Element && event.target.closest(".reader") !== null;
    };
    const options = { capture: true };
    addEventListener("pointerdown", down, options);
    addEventListener("pointerup", up, options);
    addEventListener("keydown", key, options);
    const stops = [
      reader.onSelection(() => !isDown && take()),
      reader.onCodingClick((point) =>
        useDesk.setState({ point, current: point.codings[0] ?? null }),
      ),
    ];
    return () => {
      removeEventListener("pointerdown", down, options);
      removeEventListener("pointerup", up, options);
      removeEventListener("keydown", key, options);
      for (const stop of stops) stop();
      unmark();
    };
  }, [reader]);
  const picked = useDesk((desk) => desk.picked);
  useEffect(() => {
    if (!picked) unmark();
  }, [picked]);
}

/** How far sources are, one after the other. */
const STATUSES: readonly SourceStatus[] = ["to read", "in progress", "coded"];

/** Sets how far the source is to the next state, and says so. */
function useNextStatus(about: Source | undefined): () => void {
  const { t } = useTranslation(["reduce", "shell"]);
  const change = useChangeSource();
  return () => {
    if (!about) return;
    const at = STATUSES.indexOf(about.status as SourceStatus);
    const status = STATUSES[(at + 1) % STATUSES.length] ?? "to read";
    say(`${t("status.label")}: ${t(`status.${status}`)}`);
    lasting(
      change,
      { source: about, patch: { status } },
      { onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")) },
    );
  };
}

/** The text and the codings that are of it: while one of the two is newer, both as they were. */
function useTogether(text: SourceText, codings: Codings) {
  const last = useRef({ text, codings });
  if (!codings.text || codings.text === text.digest) last.current = { text, codings };
  return last.current;
}

function Text({ text: newest, ...props }: Props & { text: SourceText }) {
  const { source, codes, inks, actions } = props;
  const { text, codings } = useTogether(newest, props.codings);
  const desk = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch();
  const { data: study } = useStudy();
  const { data: about } = useSource(source, useSeen());
  const reading = useUi((ui) => ui.reading);
  const reader = useDesk((now) => now.reader);
  const isFinding = useDesk((now) => now.isFinding);
  const { undo, redo } = useUndoing();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the digest alone makes no other text
  const document = useMemo(() => documentOf(text), [text.text, text.blocks]);
  const [isListing, setListing] = useState(false);
  const words = useReaderWords(codes, study?.users ?? NOBODY);
  const current = useDesk((now) => now.current);
  const notes = useMarginNotes(source, codes);
  const coders = useMemo(() => coderInks(study?.users ?? []), [study?.users]);
  const { drawn, dimmed } = useFiltered(codings, codes);
  const isReadOnly = useReadOnly() !== null;
  const [, toggleBlind] = useBlind();
  const keep = useCallback((now: TextReader | null) => useDesk.setState({ reader: now }), []);
  useListening(reader);
  useTextDoings(reader, { source, codings, actions });
  useEffect(() => useDesk.setState({ digest: text.digest }), [text.digest]);
  useEffect(() => reader?.onMemoClick((id) => isLost(id) && setListing(true)), [reader]);
  usePosition(reader, source, search, desk);
  useDeskCommands({
    source,
    name: about?.name ?? "",
    rated: about?.cases.length === 1 ? (about.cases[0]?.guid ?? "") : "",
    text,
    actions,
    undo,
    redo,
    field,
    nextStatus: useNextStatus(about),
    toggleBlind,
  });
  useCrumbText(about?.name);
  return (
    <div
      ref={desk}
      className="desk"
      data-read-only={isReadOnly || undefined}
      style={readingStyle(reading)}
    >
      <DeskBar source={about} codes={codes} onSources={props.onSources} onCodes={props.onCodes} />
      {isFinding && <FindBar />}
      <Reader
        document={document}
        codings={drawn}
        codes={inks}
        coders={coders}
        colouring={reading.colouring}
        dimmed={dimmed}
        words={words}
        notes={notes}
        current={current}
        language={about?.language ?? null}
        onReader={keep}
      />
      <DeskLine text={text} shown={drawn.coding.length} />
      <Break />
      <QuickBar codes={codes} inks={inks} actions={actions} field={field} />
      <CodingCard source={source} codes={codes} inks={inks} codings={codings} actions={actions} />
      <DeskDialogs text={text} />
      <MarginMemo reader={reader} />
      <Correct source={source} text={text} codings={codings} codes={codes} />
      {isListing && (
        <LostPassages source={source} codes={codes} onClose={() => setListing(false)} />
      )}
    </div>
  );
}

/** One source on the desk: its text to read and code. */
export function Desk(props: Props) {
  const { t } = useTranslation("reduce");
  const { data: text, error } = useText(props.source);
  const about = useSource(props.source, useSeen());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source begins anew
  useEffect(() => clearDesk, [props.source]);
  if (error) {
    return (
      <EmptyState icon="warning" title={t("text.gone")}>
        {error.message}
      </EmptyState>
    );
  }
  if (!text || about.isPending) return <Loading />;
  return <Text key={props.source} {...props} text={text} />;
}
