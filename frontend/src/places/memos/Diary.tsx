import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMemoList } from "../../api/memos";
import { useStudy } from "../../api/study";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { MemoView } from "../../components/MemoView";
import { MemoWriter } from "../../components/MemoWriter";
import { dayed } from "../../lib/dates";
import { grouped } from "./filters";
import { Further } from "./MemoList";

const REFLEXIVE = { kind: "reflexive", sort: "-created" } as const;

/** The research diary: reflexive memos, day by day. */
export function Diary() {
  const { t } = useTranslation("memos");
  const { data: study } = useStudy();
  const diary = useMemoList(REFLEXIVE);
  const [isNew, setNew] = useState(false);
  const memos = useMemo(() => diary.data?.pages.flatMap((page) => page.memos) ?? [], [diary.data]);
  const days = useMemo(() => grouped(memos, ({ created }) => dayed(created)), [memos]);
  const readOnly = !study || Boolean(study.read_only);
  const write = (
    <Button look="primary" icon="plus" writes onPress={() => setNew(true)}>
      {t("diary.new")}
    </Button>
  );
  return (
    <div className="memo-scroll">
      <div className="memo-column">
        <header className="memo-column-head">
          <p className="muted">{t("diary.lead")}</p>
          {!readOnly && !isNew && memos.length > 0 && write}
        </header>
        {isNew && (
          <MemoWriter
            memo={null}
            draft="diary"
            kind="reflexive"
            about={[]}
            autoFocus
            onDone={() => setNew(false)}
          />
        )}
        {diary.isPending && <Loading />}
        {diary.data && memos.length === 0 && !isNew && (
          <EmptyState icon="memo" title={t("diary.empty")} doings={readOnly ? null : write}>
            {t("diary.emptyBody")}
          </EmptyState>
        )}
        {days.map(({ name, memos: those }) => (
          <section key={name} className="diary-day" aria-label={name}>
            <h2>{name}</h2>
            {those.map((memo) => (
              <MemoView key={memo.guid} memo={memo} compact />
            ))}
          </section>
        ))}
        {diary.hasNextPage && (
          <Further onNear={diary.fetchNextPage} isPending={diary.isFetchingNextPage} />
        )}
      </div>
    </div>
  );
}
