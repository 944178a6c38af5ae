/** Markdown as React elements. It is fetched when the first memo is shown. */

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import ReactMarkdown, { type Components, defaultUrlTransform } from "react-markdown";
import remarkGfm from "remark-gfm";
import { type Thing, useThings } from "../api/memos";
import { addressOfThing } from "../app/address";
import { taskAt } from "../lib/markdown-edit";
import { mentionsOf, namedBy } from "../lib/mentions";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";
import type { MarkdownProps } from "./Markdown";

const PLUGINS = [remarkGfm];
const KIND_ICONS: Readonly<Record<string, IconName>> = {
  source: "file",
  segment: "quote",
  coding: "code",
  code: "code",
  case: "person",
  memo: "memo",
  finding: "evidence",
  display: "display",
};

interface Told {
  /** What is mentioned by name; `undefined` while it is asked for. */
  readonly things: ReadonlyMap<string, Thing> | undefined;
  readonly body: string;
  readonly onTick: MarkdownProps["onTick"];
}

const TellingContext = createContext<Told>({ things: undefined, body: "", onTick: undefined });
/** The line of the list entry that is being drawn. */
const LineContext = createContext(-1);

/** Addresses that may be followed: pages, mail, places of the workspace, and mentions. */
function allowed(address: string): string {
  if (namedBy(address) !== null || address.startsWith("#/")) return address;
  return /^(https?:|mailto:)/i.test(address) ? defaultUrlTransform(address) : "";
}

function Mention({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation("memos");
  const { things } = use(TellingContext);
  const kind = name.split("/")[0] ?? "";
  const thing = things?.get(name);
  if (things && !thing) {
    return (
      <span className="mention gone" title={t("mention.gone")}>
        {children}
        <span className="sr-only"> ({t("mention.gone")})</span>
      </span>
    );
  }
  if (!thing) return <span className="mention">{children}</span>;
  const title = [thing.label, thing.where].filter(Boolean).join(" · ");
  return (
    <a className="mention" href={`#${addressOfThing(thing)}`} title={title}>
      <Icon name={KIND_ICONS[kind] ?? "link"} size={13} />
      {children}
    </a>
  );
}

function Outside({ address, children }: { address: string; children: ReactNode }) {
  const { t } = useTranslation("memos");
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
      {children}
      <Icon name="outside" size={12} />
      <span className="sr-only"> ({t("outside")})</span>
    </a>
  );
}

function LinkTo({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const name = namedBy(href ?? "");
  if (name !== null) return <Mention name={name}>{children}</Mention>;
  if (!href) return <span>{children}</span>;
  if (href.startsWith("#/")) return <a href={href}>{children}</a>;
  return <Outside address={href}>{children}</Outside>;
}

/** A picture is never fetched: that would tell others who reads what, and when. */
function Picture({ src, alt }: { src?: unknown; alt?: string | undefined }) {
  const { t } = useTranslation("memos");
  const address = typeof src === "string" ? src : "";
  const words = alt || t("picture.unnamed");
  return (
    <span className="markdown-picture">
      <Icon name="picture" size={14} />{" "}
      {address ? <Outside address={address}>{words}</Outside> : words}
    </span>
  );
}

function Tick({ checked }: { checked?: boolean | undefined }) {
  const { body, onTick } = use(TellingContext);
  const line = use(LineContext);
  const { t } = useTranslation("memos");
  const text = taskAt(body, line);
  // What was asked for shows at once, and goes where it is refused.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const tick = async (done: boolean) => {
    if (text === null || !onTick) return;
    setWanted(done);
    await onTick({ line, text, done });
    setWanted(null);
  };
  return (
    <input
      type="checkbox"
      checked={wanted ?? checked ?? false}
      disabled={!onTick || text === null}
      aria-label={text ?? t("task")}
      onChange={(event) => void tick(event.currentTarget.checked)}
    />
  );
}

const PARTS: Components = {
  a: ({ href, children }) => <LinkTo href={href}>{children}</LinkTo>,
  img: ({ src, alt }) => <Picture src={src} alt={alt} />,
  input: ({ checked }) => <Tick checked={checked} />,
  li: ({ node, children, className }) => (
    <LineContext value={(node?.position?.start.line ?? 0) - 1}>
      <li className={className}>{children}</li>
    </LineContext>
  ),
  table: ({ children }) => (
    <div className="markdown-table">
      <table>{children}</table>
    </div>
  ),
  // The page has its own headings above those of a memo.
  h1: ({ children }) => <h3 className="h1">{children}</h3>,
  h2: ({ children }) => <h4 className="h2">{children}</h4>,
  h3: ({ children }) => <h5 className="h3">{children}</h5>,
  h4: ({ children }) => <h6 className="h4">{children}</h6>,
  h5: ({ children }) => <h6 className="h4">{children}</h6>,
  h6: ({ children }) => <h6 className="h4">{children}</h6>,
};

/** The text as it is read. */
export default function MarkdownBody({ text, onTick }: MarkdownProps) {
  const names = useMemo(() => mentionsOf(text), [text]);
  const { data } = useThings(names);
  const told = useMemo(
    () => ({ things: names.length === 0 ? new Map() : data, body: text, onTick }),
    [names, data, text, onTick],
  );
  return (
    <TellingContext value={told}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={PARTS} urlTransform={allowed}>
        {text}
      </ReactMarkdown>
    </TellingContext>
  );
}
