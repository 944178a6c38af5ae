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
  /** Milliseconds since 1970. */
  readonly created?: readonly (number | null)[];
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
  readonly created: number | null;
}

/** A memo about a passage or a coding (`kind` memo), or words that are gone from here (`lost`). */
export interface MarginNote extends Span {
  readonly id: string;
  readonly title: string;
  readonly kind?: "memo" | "lost";
  /** The coding it is about, where it is about one. */
  readonly coding?: string | null;
}

/** Codes dropped: on a passage, or on a coding, whose passage they are to go on. */
export interface CodesDrop {
  readonly codes: readonly string[];
  readonly target:
    | { readonly span: Span }
    /** With `replace` the code takes the place of the coding's own. */
    | { readonly coding: string; readonly replace: boolean };
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
  /** The name of a handle that moves a coding's edge. */
  edge?(edge: "start" | "end", code: string): string;
  /** What a screen reader says within the text where codings begin and end. */
  begins?(codes: readonly string[]): string;
  ends?(codes: readonly string[]): string;
  /** What is said of the block the cursor came to. */
  block?(number: number | null, speaker: string | null, codes: readonly string[]): string;
  /** The lines of a coding's tooltip, the first its heading; `notes` was written about it. */
  tip?(coding: CodingView, notes: readonly string[]): readonly string[];
  /** The name of a mark for a memo. */
  note?(note: MarginNote): string;
  /** What dropping codes would do: on the selection, a block, or a coding's passage. */
  drop?(what: "selection" | "block" | "add" | "replace", code: string, count: number): string;
}

/** How the reader learns which codes are dragged; it knows no other part of the workspace. */
export interface DraggedCodes {
  /** Those of the drag under way; `null` where something else is dragged. */
  now(): readonly string[] | null;
  /** Those that were dropped. */
  of(event: DragEvent): readonly string[] | null;
}

export interface ReaderOptions {
  readonly words: ReaderWords;
  /** The reader's own keys: j k n p, shift and arrows, Ctrl+A. On unless false. */
  readonly keys?: boolean;
  /** A language for words and sentences (BCP 47); the browser's without one. */
  readonly language?: string;
  /** Without it nothing can be dropped on the text. */
  readonly codes?: DraggedCodes;
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
  /**
   * Shows a corrected text with its codings in the place of the one before; the reading position,
   * the look and the filter stay.
   */
  replaceDocument(document: ReaderDocument, codings: CodingColumns): void;
  /** Says everything in other words, as in another language; nothing moves. */
  setWords(words: ReaderWords, language?: string): void;
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
  /** Memos in the margin, and marks for words that are gone. */
  setMemos(notes: readonly MarginNote[]): void;
  /** The coding that has handles at its edges; `null` for none. */
  setCurrent(coding: string | null): void;
  /** Gives up what is being dragged; false when nothing is. */
  cancelDrag(): boolean;
  /** The block around a position, else around the cursor. */
  blockAt(position?: number): Span | null;
  /** Takes the words of a block off the page and answers an element in their place to edit them in. */
  openBlock(span: Span): HTMLElement | null;
  /** Shows the words of the opened block again. */
  closeBlock(): void;
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
  onMemoClick(listener: (id: string) => void): Stop;
  /** An edge was let go of elsewhere; it is drawn there already. */
  onEdgeMoved(listener: (coding: string, start: number, end: number) => void): Stop;
  onCodesDropped(listener: (drop: CodesDrop) => void): Stop;
  /** A selection begins to be dragged; the listener fills the event's `dataTransfer`. */
  onDragStart(listener: (selection: ReaderSelection, event: DragEvent) => void): Stop;
  /** Called once for each document, when its first view is painted with its codings. */
  onReady(listener: () => void): Stop;
  focus(): void;
  destroy(): void;
}
