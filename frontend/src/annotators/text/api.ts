/**
 * What the reader is to those who use it. Every position here is a code point of the source's text,
 * every range half open: `[start, end)`. Nothing in the reader knows React.
 *
 * ```ts
 * const reader = createReader(host, { words });
 * reader.setPalette(new Map([[guid, { name: "Access", colour: "#2a7" }]]));
 * reader.setDocument({ text, blocks });
 * reader.setCodings(columns);
 * const stop = reader.onSelection((selection) => …);
 * ```
 */

/** A stretch of the text, in code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Blocks as columns of equal length, sorted by start; columns may be left out. */
export interface BlockColumns {
  readonly number: readonly (number | null)[];
  readonly kind: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly speaker?: readonly (string | null)[];
  /** The depth of a heading, from 1. */
  readonly level?: readonly (number | null)[];
  /** Milliseconds: on the clock (since 1970) for messages, else in the recording. */
  readonly time?: readonly (number | null)[];
  readonly label?: readonly (string | null)[];
}

export interface ReaderDocument {
  readonly text: string;
  readonly blocks: BlockColumns;
}

/** Codings as columns of equal length, in any order. */
export interface CodingColumns {
  readonly coding: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly code: readonly string[];
  readonly coder: readonly string[];
  readonly weight?: readonly (number | null)[];
}

export type Pattern = "solid" | "stripes" | "dots" | "cross" | "dashes";

export interface Ink {
  readonly name: string;
  /** Any CSS colour. */
  readonly colour: string;
  /** How its stripes are drawn, so that colour never stands alone. */
  readonly pattern?: Pattern;
}

/** One coding as `setDimmed` and the words for a stripe see it. */
export interface CodingView extends Span {
  readonly coding: string;
  readonly code: string;
  readonly coder: string;
  readonly weight: number | null;
}

export interface ReaderSelection extends Span {
  readonly quote: string;
}

/** A place described redundantly: it is found again when the text around it has changed. */
export interface TextAnchor extends Span {
  readonly quote: string;
  /** Up to 32 code points before and after. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A click or hover: the codings under it, innermost first, and where in the window it was. */
export interface CodingPoint {
  readonly codings: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** Everything the reader says in words; it has none of its own. */
export interface ReaderWords {
  /** The name of the text area, for screen readers. */
  text: string;
  /** The name of a stripe. `quote` is the beginning of its words. */
  stripe(coding: CodingView, code: string, coder: string, quote: string): string;
  /** A block's time as the gutter shows it. */
  time?(milliseconds: number): string;
}

export interface ReaderOptions {
  readonly words: ReaderWords;
  /** The reader's own keys: j k n p, shift and arrows, Ctrl+A. On unless false. */
  readonly keys?: boolean;
  /** A language for words and sentences (BCP 47); the browser's without one. */
  readonly language?: string;
}

export interface GoOptions {
  readonly align?: "center" | "start" | "nearest";
  /** Marks the place for a moment. */
  readonly flash?: boolean;
}

export interface FindOptions {
  readonly caseSensitive?: boolean;
  /** The query is a regular expression; one that is not valid finds nothing. */
  readonly regex?: boolean;
  /** At most so many hits (10,000). */
  readonly limit?: number;
}

/** Takes a listener off again. */
export type Stop = () => void;

export interface Reader {
  /** Shows a text; codings, selection and hits of the one before are gone. */
  setDocument(document: ReaderDocument): void;
  setCodings(codings: CodingColumns): void;
  /** Adds codings; one that is there already (the same `coding`) is replaced. */
  addCodings(codings: CodingColumns): void;
  removeCodings(codings: readonly string[]): void;
  /** Names and colours of the codes. */
  setPalette(codes: ReadonlyMap<string, Ink>): void;
  /** Names and colours of the coders; `colouring` says which of the two colours the page. */
  setCoders(coders: ReadonlyMap<string, Ink>, colouring?: "code" | "coder"): void;
  /** Fades the codings that the predicate holds for; `null` fades none. */
  setDimmed(dimmed: ((coding: CodingView) => boolean) | null): void;
  /** Marks hits in the text; `null` takes the marks away. */
  setHits(hits: readonly Span[] | null): void;
  /** Scrolls there; fulfilled when the place has come to rest. */
  goTo(span: Span, options?: GoOptions): Promise<void>;
  /** The first code point that is in view: a place to come back to. */
  getPosition(): number;
  getSelection(): ReaderSelection | null;
  setSelection(span: Span | null): void;
  /** The codings that cover a code point, innermost first. */
  codingsAt(position: number): readonly string[];
  /** Where a stretch is in the window; `null` when it is not drawn. */
  rectOf(span: Span): DOMRect | null;
  /** Where a query occurs, in order, without overlaps; letters of either case unless told. */
  find(query: string, options?: FindOptions): Span[];
  describe(span: Span): TextAnchor;
  /** Finds a described place; `null` when its quote is nowhere. */
  resolve(anchor: TextAnchor): Span | null;
  /** Moves the block cursor; answers the block it came to. */
  nextBlock(): Span | null;
  previousBlock(): Span | null;
  /** Goes to the next coding after the cursor and makes it the current one; answers its id. */
  nextCoding(): string | null;
  previousCoding(): string | null;
  onSelection(listener: (selection: ReaderSelection | null) => void): Stop;
  onCodingClick(listener: (point: CodingPoint) => void): Stop;
  onCodingHover(listener: (point: CodingPoint | null) => void): Stop;
  /** Called once for each document, when its first view is painted with its codings. */
  onReady(listener: () => void): Stop;
  focus(): void;
  destroy(): void;
}
