import { useEffect, useRef } from "react";
import type { Codings } from "../../api/types";
import { difference, NO_CODINGS } from "../../lib/columns";
import type { CodingView, Ink, ReaderDocument, ReaderWords, Reader as TextReader } from "./api";
import { createReader } from "./reader";
import "./reader.css";

interface Props {
  document: ReaderDocument;
  codings: Codings;
  codes: ReadonlyMap<string, Ink>;
  coders: ReadonlyMap<string, Ink>;
  colouring: "code" | "coder";
  dimmed: ((coding: CodingView) => boolean) | null;
  words: ReaderWords;
  /** A language for words and sentences (BCP 47). */
  language?: string | null;
  /** Gives the reader when it is there, and `null` when it goes. */
  onReader: (reader: TextReader | null) => void;
}

/** The reader in React: one text; what changes about its codings is drawn, nothing else. */
export function Reader({ document, codings, words, language, onReader, ...props }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const reader = useRef<TextReader>(null);
  const drawn = useRef<Codings>(NO_CODINGS);
  const { codes, coders, colouring, dimmed } = props;
  const first = useRef({ codes, coders, colouring, dimmed, codings });
  first.current = { codes, coders, colouring, dimmed, codings };

  useEffect(() => {
    if (!host.current) return;
    const made = createReader(host.current, { words, ...(language && { language }) });
    const now = first.current;
    made.setPalette(now.codes);
    made.setCoders(now.coders, now.colouring);
    made.setDimmed(now.dimmed);
    made.setDocument(document);
    made.setCodings(now.codings);
    drawn.current = now.codings;
    reader.current = made;
    onReader(made);
    return () => {
      onReader(null);
      reader.current = null;
      made.destroy();
    };
  }, [document, words, language, onReader]);

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
    if (!reader.current || drawn.current === codings) return;
    const { added, removed } = difference(drawn.current, codings);
    drawn.current = codings;
    if (removed.length > 0) reader.current.removeCodings(removed);
    if (added.coding.length > 0) reader.current.addCodings(added);
  }, [codings]);

  return <div ref={host} className="reader" />;
}
