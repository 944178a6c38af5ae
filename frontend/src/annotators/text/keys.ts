/** The reader's own keys. What they do is the reader's; here is only which key means what. */

export interface KeyedReader {
  nextBlock(): unknown;
  previousBlock(): unknown;
  nextCoding(): unknown;
  previousCoding(): unknown;
  selectAll(): void;
  /** Gives the selection a beginning where there is none. */
  beginSelection(): void;
}

const ARROWS: Readonly<Record<string, readonly [direction: string, step: string]>> = {
  ArrowLeft: ["left", "character"],
  ArrowRight: ["right", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

const LETTERS: Readonly<Record<string, (reader: KeyedReader) => void>> = {
  j: (reader) => reader.nextBlock(),
  k: (reader) => reader.previousBlock(),
  n: (reader) => reader.nextCoding(),
  p: (reader) => reader.previousCoding(),
};

/** Acts on a key pressed in the text; true when it meant something. */
export function press(event: KeyboardEvent, reader: KeyedReader): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "a") {
    reader.selectAll();
    return true;
  }
  if (event.target instanceof HTMLButtonElement) return moveBetweenStripes(event, event.target);
  if (event.shiftKey) return extend(event, reader);
  const letter = chord ? undefined : LETTERS[event.key];
  letter?.(reader);
  return letter !== undefined;
}

function extend(event: KeyboardEvent, reader: KeyedReader): boolean {
  const arrow = ARROWS[event.key];
  if (!arrow) return false;
  const [direction, step] = arrow;
  reader.beginSelection();
  const byWord = step === "character" && (event.ctrlKey || event.altKey);
  document.getSelection()?.modify("extend", direction, byWord ? "word" : step);
  return true;
}

/** The stripes of a chunk are one stop of Tab; arrows go through them. */
function moveBetweenStripes(event: KeyboardEvent, stripe: HTMLButtonElement): boolean {
  const beside = { ArrowDown: stripe.nextElementSibling, ArrowUp: stripe.previousElementSibling };
  const to = beside[event.key as keyof typeof beside];
  if (!(to instanceof HTMLElement)) return false;
  to.focus();
  return true;
}
