/** Doors in the preview of a report to what a person writes into it; the exported file has none. */

const PIECE = /^prose-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-\d+$/;

interface Doors {
  /** What a door is called. */
  readonly word: string;
  /** A place is to be written at. */
  readonly onPlace: (place: string, title: string) => void;
  /** A piece is to be changed. */
  readonly onPiece: (guid: string) => void;
}

/** The latest doors of a page: its buttons stay, what they do changes. */
const doors = new WeakMap<Document, Doors>();

/** The words of a heading without the ways and doors beside them. */
function wordsOf(head: Element): string {
  const own = [...head.childNodes].filter((one) => !(one as Element).matches?.(".way, .write"));
  return own
    .map((one) => one.textContent ?? "")
    .join("")
    .trim();
}

/** Puts a button beside every heading of a page by which to write there. */
export function addDoors(page: Document, given: Doors): void {
  doors.set(page, given);
  for (const section of page.querySelectorAll("main section[id]")) {
    const head = section.querySelector(":scope > :is(h2, h3, h4, h5, h6)");
    if (!head || section.id === "" || head.querySelector(":scope > .write")) continue;
    const title = wordsOf(head);
    const button = page.createElement("button");
    button.type = "button";
    button.className = "write";
    button.textContent = given.word;
    button.setAttribute("aria-label", `${given.word}: ${title}`);
    button.style.cssText =
      "margin-inline-start:.6em;padding:0;border:0;background:none;color:inherit;opacity:.75;" +
      "font:500 12px system-ui;text-decoration:underline;cursor:pointer;white-space:nowrap";
    button.addEventListener("click", () => {
      const piece = PIECE.exec(section.id)?.[1];
      if (piece) doors.get(page)?.onPiece(piece);
      else doors.get(page)?.onPlace(section.id, title);
    });
    head.append(button);
  }
}
