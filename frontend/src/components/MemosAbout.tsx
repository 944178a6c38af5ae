import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type About, type MemoKind, useBacklinks, useMemos } from "../api/memos";
import { useStudy } from "../api/study";
import { draftKey, draftOf } from "../stores/drafts";
import { Loading } from "./Bits";
import { Button } from "./Button";
import { MemoView } from "./MemoView";
import { MemoWriter } from "./MemoWriter";
import "./memo.css";

interface Props {
  /** What the memos are about. */
  about: About;
  /** The kind a new memo begins with. */
  kind?: MemoKind;
  /** Also memos about its passages and codings. */
  deep?: boolean;
  /** The heading above; `null` where one stands there already. */
  title?: string | null;
}

/** The memos about something: read, written and edited in their place. */
export function MemosAbout({ about, kind, deep, title }: Props) {
  const { t } = useTranslation("memos");
  const { data: study } = useStudy();
  const memos = useMemos(about.guid, { deep: deep ?? false });
  const [isNew, setNew] = useState(
    () => study !== undefined && draftOf(draftKey(study.guid, `new ${about.guid}`)) !== null,
  );
  const readOnly = !study || Boolean(study.read_only);
  const heading = title === undefined ? t("ofThis") : title;
  return (
    <section className="memos-about" aria-label={heading ?? t("ofThis")}>
      <header>
        {heading !== null && <h3>{heading}</h3>}
        {!readOnly && !isNew && (
          <Button small look="quiet" icon="plus" writes onPress={() => setNew(true)}>
            {t("write")}
          </Button>
        )}
      </header>
      {memos.isPending && <Loading />}
      {memos.error && <p role="alert">{t("unread")}</p>}
      {isNew && (
        <MemoWriter
          memo={null}
          draft={about.guid}
          kind={kind}
          about={[about]}
          autoFocus
          compact
          onDone={() => setNew(false)}
        />
      )}
      {memos.data?.map((memo) => (
        <MemoView key={memo.guid} memo={memo} compact />
      ))}
      {memos.data?.length === 0 && !isNew && <p className="muted">{t("noneAbout")}</p>}
      <Mentioned guid={about.guid} />
    </section>
  );
}

/** The memos whose text mentions something. */
export function Mentioned({ guid }: { guid: string }) {
  const { t } = useTranslation("memos");
  const { data } = useBacklinks(guid);
  const found = data?.filter(({ role }) => role === "mention") ?? [];
  if (found.length === 0) return null;
  return (
    <div className="memo-mentioned">
      <h4>{t("mentioned")}</h4>
      <ul>
        {found.map(({ thing }) => (
          <li key={thing.guid}>
            <a href={`#/memos/${thing.guid}`}>{thing.label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
