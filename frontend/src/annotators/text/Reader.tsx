import { useEffect, useRef } from "react";
import type { Codings } from "../../api/types";
import { difference, NO_CODINGS } from "../../lib/columns";
import { draggedNow, dropped } from "../../lib/drag";
import type {
  CodingView,
  Ink,
  MarginNote,
  ReaderDocument,
  ReaderWords,
  Reader as TextReader,
} from "./api";
import { createReader } from "./reader";
import "./reader.css";
import "./reader-margin.css";
import "./reader-handles.css";

const CODES = {
  now: () => draggedNow()?.codes ?? null,
  of: (event: DragEvent) => dropped(event)?.codes ?? null,
};

interface Props {
  document: ReaderDocument;
  codings: Codings;
  codes: ReadonlyMap<string, Ink>;
  coders: ReadonlyMap<string, Ink>;
  colouring: "code" | "coder";
  dimmed: ((coding: CodingView) => boolean) | null;
  words: ReaderWords;
  notes: readonly MarginNote[];
  /** The coding that has handles. */
  current: string | null;
  /** A language for words and sentences (BCP 47). */
  language?: string | null;
  /** Gives the reader when it is there, and `null` when it goes. */
  onReader: (reader: TextReader | null) => void;
}

/** The reader in React: what changes about the text or its codings is drawn, nothing else. */
export function Reader({ document, codings, words, language, onReader, ...props }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const reader = useRef<TextReader>(null);
  const drawn = useRef<{ document: ReaderDocument | null; codings: Codings }>(null);
  const { codes, coders, colouring, dimmed, notes, current } = props;
  const first = useRef({ words, language, codes, coders, colouring, dimmed });
  first.current = { words, language, codes, coders, colouring, dimmed };

  useEffect(() => {
    if (!host.current) return;
    const now = first.current;
    const made = createReader(host.current, {
      words: now.words,
      codes: CODES,
      ...(now.language && { language: now.language }),
    });
    made.setPalette(now.codes);
    made.setCoders(now.coders, now.colouring);
    made.setDimmed(now.dimmed);
    drawn.current = { document: null, codings: NO_CODINGS };
    reader.current = made;
    return () => {
      onReader(null);
      reader.current = null;
      made.destroy();
    };
  }, [onReader]);

  useEffect(() => {
    const [made, before] = [reader.current, drawn.current];
    if (!made || !before) return;
    drawn.current = { document, codings };
    if (before.document === null) {
      made.setDocument(document);
      made.setCodings(codings);
      onReader(made);
    } else if (before.document !== document) {
      made.replaceDocument(document, codings);
    } else if (before.codings !== codings) {
      const { added, removed } = difference(before.codings, codings);
      if (removed.length > 0) made.removeCodings(removed);
      if (added.coding.length > 0) made.addCodings(added);
    }
  }, [document, codings, onReader]);

  useEffect(() => {
    reader.current?.setPalette(codes);
  }, [codes]);

  useEffect(() => {
    reader.current?.setCoders(coders, colouring);
  }, [coders, colouring]);

  useEffect(() => {
    reader.current?.setDimmed(dimmed);
  }, [dimmed]);

  useEffect(() => {
    reader.current?.setWords(words, language ?? undefined);
  }, [words, language]);

  useEffect(() => {
    reader.current?.setMemos(notes);
  }, [notes]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a coding may get another name on the way
  useEffect(() => {
    reader.current?.setCurrent(current);
  }, [current, codings]);

  return <div ref={host} className="reader" />;
}
