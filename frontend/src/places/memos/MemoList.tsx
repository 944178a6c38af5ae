import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Memo } from "../../api/types";
import { Icon } from "../../components/Icon";
import { dated } from "../../lib/dates";
import { excerptOf, type Group } from "./filters";

/** Comes into sight at the end of a list, and asks for more of it. */
export function Further({ onNear, isPending }: { onNear: () => void; isPending: boolean }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element || isPending) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && onNear(),
      { rootMargin: "400px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [onNear, isPending]);
  return <div ref={mark} className="memo-further" />;
}

function Line({ memo, isOpen }: { memo: Memo; isOpen: boolean }) {
  const { t } = useTranslation("memos");
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const about = memo.about.map(({ label }) => label).filter(Boolean);
  return (
    <Link
      ref={line}
      href={`/memos/${memo.guid}`}
      className={`memo-line${isOpen ? " open" : ""}`}
      aria-current={isOpen ? "true" : undefined}
    >
      <span className="memo-line-title">{memo.title}</span>
      <span className="memo-line-words">{excerptOf(memo.body)}</span>
      <small className="memo-line-facts">
        <span>{t(`memoKinds.${memo.kind as "jotting"}`)}</span>
        <span>{dated(memo.changed)}</span>
        {about.length > 0 && <span className="clip">{about.join(", ")}</span>}
        {memo.tasks_open > 0 && (
          <span>
            <Icon name="task" size={12} className="memo-line-mark" />{" "}
            {t("tasks.open", { count: memo.tasks_open })}
          </span>
        )}
      </small>
    </Link>
  );
}

interface Props {
  groups: readonly Group[];
  open: string | null;
}

/** The memos under their headings. */
export function MemoList({ groups, open }: Props) {
  return groups.map(({ name, memos }) => (
    <section key={name} className="memo-group" aria-label={name}>
      <h2>
        {name} <small>{memos.length}</small>
      </h2>
      <ul>
        {memos.map((memo) => (
          <li key={memo.guid}>
            <Line memo={memo} isOpen={memo.guid === open} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
