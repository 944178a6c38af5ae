import { useEffect, useMemo, useRef, useState } from "react";
import { usePrinting } from "../../lib/printing";
import { useThemeInForce } from "../../lib/theme-in-force";
import { Printed } from "./Printed";

interface Props {
  html: string;
  title: string;
  /** Called with each page once it is laid out. */
  onPage: (page: Document) => void;
}

/** What was unfolded and how far down one was, to be so again in the page that comes after. */
function carry(from: Document | null | undefined, to: Document | null | undefined): void {
  if (!(from?.defaultView && to?.defaultView)) {
    return;
  }
  const open = [...from.querySelectorAll("details")].map((one) => one.open);
  for (const [at, one] of [...to.querySelectorAll("details")].entries()) {
    one.open = open[at] ?? one.open;
  }
  const { scrollX: left, scrollY: top } = from.defaultView;
  to.defaultView.scrollTo({ left, top, behavior: "instant" });
}

const DARK = "(prefers-color-scheme: dark)";

/** The page in the workspace's theme, where it would follow the system's. */
export function themed(html: string, theme: "light" | "dark"): string {
  return html.replaceAll(DARK, theme === "dark" ? "screen" : "(max-width: 0)");
}

/**
 * The report in a frame of its own that runs no scripts. A new one is laid out behind the one that
 * is read and takes its place at the same height, so that reading is not disturbed.
 */
export function Preview({ html: written, title, onPage }: Props) {
  const theme = useThemeInForce();
  const html = useMemo(() => themed(written, theme), [written, theme]);
  const frames = useRef<[HTMLIFrameElement | null, HTMLIFrameElement | null]>([null, null]);
  const [front, setFront] = useState(0);
  const [pages, setPages] = useState<readonly [string, string]>([html, ""]);
  useEffect(() => {
    if (pages[front] === html) {
      return;
    }
    setPages(front === 0 ? [pages[0], html] : [html, pages[1]]);
  }, [html, pages, front]);
  const latest = useRef(onPage);
  latest.current = onPage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is another function
  useEffect(() => {
    const page = frames.current[front]?.contentDocument;
    if (page) latest.current(page);
  }, [onPage, front]);
  const isPrinting = usePrinting();
  const loaded = (at: number) => {
    const page = frames.current[at]?.contentDocument;
    if (page) latest.current(page);
    if (at !== front && pages[at] === html && html !== "") {
      carry(frames.current[front]?.contentDocument, frames.current[at]?.contentDocument);
      setFront(at);
    }
  };
  const read = isPrinting ? frames.current[front]?.contentDocument : null;
  const drawn = [0, 1].map((at) => (
    <iframe
      key={at}
      ref={(frame) => {
        frames.current[at] = frame;
      }}
      className="report-frame"
      title={title}
      sandbox="allow-same-origin allow-popups allow-modals"
      srcDoc={pages[at]}
      data-front={at === front || undefined}
      aria-hidden={at !== front}
      tabIndex={at === front ? 0 : -1}
      onLoad={() => loaded(at)}
    />
  ));
  return (
    <>
      {drawn}
      {read && <Printed page={read} />}
    </>
  );
}
