import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearch } from "wouter";
import type { Ink, Reader as TextReader } from "../../annotators/text/api";
import { Reader } from "../../annotators/text/Reader";
import { useSource, useText } from "../../api/sources";
import { useStudy } from "../../api/study";
import type { Code, Codings, SourceText, Study } from "../../api/types";
import { useCrumbText } from "../../app/crumb";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { useUi } from "../../stores/ui";
import type { Actions } from "./actions";
import { CodingCard } from "./CodingCard";
import { perform, useCommands } from "./commands";
import { DeskBar } from "./DeskBar";
import { DeskDialogs } from "./DeskDialogs";
import { clearDesk, useDesk } from "./desk";
import { FindBar } from "./FindBar";
import { coderInks } from "./inks";
import { MarginMemo } from "./MarginMemo";
import { markSelection, unmark } from "./picked-mark";
import { QuickBar } from "./QuickBar";
import { useReaderWords } from "./reader-words";
import { documentOf, readingStyle, useDimmed, usePosition } from "./reading";
import { useMarginNotes, useTextDoings } from "./text-doings";

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

function Text({ text, ...props }: Props & { text: SourceText }) {
  const { source, codes, inks, codings, actions } = props;
  const desk = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch();
  const { data: study } = useStudy();
  const { data: about } = useSource(source);
  const reading = useUi((ui) => ui.reading);
  const reader = useDesk((now) => now.reader);
  const isFinding = useDesk((now) => now.isFinding);
  const said = useDesk((now) => now.said);
  const { undo, redo } = useUndoing();
  const document = useMemo(() => documentOf(text), [text]);
  const words = useReaderWords(codes, study?.users ?? NOBODY);
  const current = useDesk((now) => now.current);
  const notes = useMarginNotes(source);
  const coders = useMemo(() => coderInks(study?.users ?? []), [study?.users]);
  const dimmed = useDimmed();
  const acting = { source, actions, undo, redo, field };
  const keep = useCallback((now: TextReader | null) => useDesk.setState({ reader: now }), []);
  useListening(reader);
  useTextDoings(reader, { source, codings, actions });
  usePosition(reader, source, search, desk);
  useCommands(acting);
  useCrumbText(about?.name);
  return (
    <div ref={desk} className="desk" style={readingStyle(reading)}>
      <DeskBar source={about} codes={codes} onSources={props.onSources} onCodes={props.onCodes} />
      {isFinding && <FindBar />}
      <Reader
        document={document}
        codings={codings}
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
      <QuickBar
        codes={codes}
        inks={inks}
        actions={actions}
        field={field}
        run={(command) => perform(command, 0, acting)}
      />
      <CodingCard source={source} codes={codes} inks={inks} codings={codings} actions={actions} />
      <DeskDialogs source={source} />
      <MarginMemo reader={reader} />
      <p className="sr-only" role="status">
        {said}
      </p>
    </div>
  );
}

/** One source on the desk: its text to read and code. */
export function Desk(props: Props) {
  const { t } = useTranslation("reduce");
  const { data: text, error } = useText(props.source);
  const about = useSource(props.source);
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
