import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useTrailOf, useUses } from "../../../api/codebook";
import type { Code } from "../../../api/types";
import { Button } from "../../../components/Button";
import { MemosAbout } from "../../../components/MemosAbout";
import { momentOf } from "../../../lib/dates";

const FEW = 6;

/** What was written about a code, and a place to write more. */
export function CodeMemos({ code }: { code: Code }) {
  return (
    <div className="entry-part">
      <MemosAbout key={code.guid} about={{ kind: "code", guid: code.guid }} />
    </div>
  );
}

interface Used {
  readonly guid: string;
  readonly name: string;
  readonly codings: number;
}

function UseList({
  title,
  used,
  address,
}: {
  title: string;
  used: readonly Used[];
  address?: string;
}) {
  const { t } = useTranslation("codebook");
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(...used.map(({ codings }) => codings));
  if (used.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="uses">
        {used.slice(0, isWhole ? used.length : FEW).map(({ guid, name, codings }) => (
          <li key={guid} style={{ "--share": codings / most } as React.CSSProperties}>
            {address ? <Link href={`${address}/${guid}`}>{name}</Link> : <span>{name}</span>}
            <span className="number muted">{codings}</span>
          </li>
        ))}
      </ul>
      {used.length > FEW && !isWhole && (
        <Button small look="quiet" onPress={() => setWhole(true)}>
          {t("entry.all", { count: used.length })}
        </Button>
      )}
    </>
  );
}

/** Where a code is used, with those below it. */
export function CodeUses({ code }: { code: Code }) {
  const { t } = useTranslation("codebook");
  const { data: uses } = useUses(code.guid);
  return (
    <section className="entry-part" aria-label={t("entry.uses")}>
      <h3>{t("entry.uses")}</h3>
      {uses?.sources.length === 0 && <p className="muted">{t("entry.unused")}</p>}
      <UseList title={t("entry.bySource")} used={uses?.sources ?? []} address="/reduce" />
      <UseList title={t("entry.byCase")} used={uses?.cases ?? []} />
    </section>
  );
}

/** What was done to a code, the last first. */
export function CodeTrail({ code }: { code: Code }) {
  const { t } = useTranslation("codebook");
  const { data: changes = [] } = useTrailOf(code.guid);
  if (changes.length === 0) return null;
  return (
    <section className="entry-part" aria-label={t("entry.history")}>
      <h3>{t("entry.history")}</h3>
      <ul className="entry-list">
        {changes.map((change) => (
          <li key={change.seq}>
            {change.text}
            <small className="muted">
              {change.user_name}, {momentOf(change.time)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
