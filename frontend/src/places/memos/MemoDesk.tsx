import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useMemoList, useMemoOf } from "../../api/memos";
import { useStudy } from "../../api/study";
import type { Memo } from "../../api/types";
import { useCrumbText } from "../../app/crumb";
import { goTo } from "../../app/hash";
import { useWritten } from "../../commands/keymap";
import { useCommands } from "../../commands/registry";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Mentioned } from "../../components/MemosAbout";
import { MemoView } from "../../components/MemoView";
import { MemoWriter } from "../../components/MemoWriter";
import { SplitPane } from "../../components/SplitPane";
import { monthed } from "../../lib/dates";
import { type Room, useRoom } from "../../lib/room";
import { Exports } from "./Exports";
import { grouped, isFiltering, queryOf, useFilters } from "./filters";
import { MemoFilters } from "./MemoFilters";
import { Further, MemoList } from "./MemoList";

const NEW = "new";

/** The heading a memo stands under. */
function useGroupName() {
  const { t } = useTranslation("memos");
  const grouping = useFilters((filters) => filters.grouping);
  return useMemo(() => {
    const names: Record<typeof grouping, (memo: Memo) => string> = {
      changed: ({ changed }) => monthed(changed),
      created: ({ created }) => monthed(created),
      kind: ({ kind }) => t(`memoKinds.${kind as "jotting"}`),
      author: ({ author }) => author,
      about: ({ about }) => about[0]?.label || t("aboutKinds.nothing"),
    };
    return names[grouping];
  }, [t, grouping]);
}

function One({ guid }: { guid: string }) {
  const { t } = useTranslation("memos");
  const { data: memo, isPending } = useMemoOf(guid);
  const [isWriting, setWriting] = useState(false);
  useCrumbText(memo?.title);
  const { data: study } = useStudy();
  useCommands({
    "memos.edit": () => {
      const canWrite = memo !== undefined && !study?.read_only;
      if (canWrite) setWriting(true);
      return canWrite;
    },
  });
  if (isPending) return <Loading />;
  if (!memo) return <EmptyState icon="memo" title={t("gone")} />;
  return (
    <>
      <MemoView
        memo={memo}
        isWriting={isWriting}
        onWriting={setWriting}
        onRemoved={() => goTo("/memos")}
      />
      <Mentioned guid={guid} />
    </>
  );
}

function Blank({ hasMemos, readOnly }: { hasMemos: boolean; readOnly: boolean }) {
  const { t } = useTranslation("memos");
  const write = (
    <Button look="primary" icon="plus" writes onPress={() => goTo(`/memos/${NEW}`)}>
      {t("new")}
    </Button>
  );
  return (
    <EmptyState
      icon="memo"
      title={t(hasMemos ? "choose.title" : "empty.title")}
      doings={readOnly ? null : write}
    >
      {t(hasMemos ? "choose.body" : "empty.body")}
    </EmptyState>
  );
}

function useSteps(memos: readonly Memo[], open: string | null) {
  const step = (by: number) => {
    const at = memos.findIndex(({ guid }) => guid === open);
    const next = memos[at < 0 ? 0 : at + by];
    if (next) goTo(`/memos/${next.guid}`);
    return next !== undefined;
  };
  return { "memos.next": () => step(1), "memos.previous": () => step(-1) };
}

interface MainProps {
  open: string | null;
  /** `null` while that is not known. */
  hasMemos: boolean | null;
  readOnly: boolean;
  room: Room;
}

/** The memo that is open, or the new one. */
function Main({ open, hasMemos, readOnly, room }: MainProps) {
  const { t } = useTranslation("memos");
  const [, navigate] = useLocation();
  const isHere = () => location.hash === `#/memos/${NEW}`;
  return (
    <div className="memo-main">
      {room === "narrow" && open && (
        <Link href="/memos" className="memo-back">
          {t("back")}
        </Link>
      )}
      {open === NEW && (
        <MemoWriter
          key={NEW}
          memo={null}
          about={[]}
          autoFocus
          onSaved={({ guid }) => isHere() && navigate(`/memos/${guid}`)}
          onDone={() => isHere() && goTo("/memos")}
        />
      )}
      {open && open !== NEW && <One key={open} guid={open} />}
      {!open && hasMemos !== null && <Blank hasMemos={hasMemos} readOnly={readOnly} />}
    </div>
  );
}

/** The list of memos, and beside it the one that is open. */
export function MemoDesk({ open }: { open: string | null }) {
  const { t } = useTranslation("memos");
  const room = useRoom();
  const { data: study } = useStudy();
  const filters = useFilters();
  const asked = useDeferredValue(filters);
  const query = useMemo(() => queryOf(asked), [asked]);
  const list = useMemoList(query);
  const nameOf = useGroupName();
  const memos = useMemo(() => list.data?.pages.flatMap((page) => page.memos) ?? [], [list.data]);
  const groups = useMemo(() => grouped(memos, nameOf), [memos, nameOf]);
  const field = useRef<HTMLInputElement>(null);
  const newKey = useWritten("memos.new");
  const readOnly = !study || Boolean(study.read_only);
  const begin = () => {
    if (!readOnly) goTo(`/memos/${NEW}`);
    return !readOnly;
  };
  useCommands({
    "memos.new": begin,
    "memos.find": () => {
      field.current?.focus();
      return field.current !== null;
    },
    ...useSteps(
      groups.flatMap(({ memos: those }) => those),
      open,
    ),
  });
  const total = list.data?.pages[0]?.total ?? 0;
  const side = (
    <div className="memo-side">
      <div className="memo-side-top">
        <MemoFilters field={field} />
        <div className="memo-side-doings">
          <span className="muted" role="status">
            {t("count", { count: total })}
          </span>
          <Exports query={query} disabled={total === 0} />
          {!readOnly && (
            <Button small look="primary" icon="plus" writes onPress={begin}>
              {t("new")}
              {newKey && <kbd>{newKey}</kbd>}
            </Button>
          )}
        </div>
      </div>
      <nav className="memo-list" aria-label={t("list")}>
        {list.isPending && <Loading />}
        {list.error && (
          <EmptyState
            icon="warning"
            title={t("unread")}
            doings={<Button onPress={() => list.refetch()}>{t("again")}</Button>}
          />
        )}
        {list.data && memos.length === 0 && (
          <p className="muted memo-none">{t(isFiltering(filters) ? "noneFound" : "noneYet")}</p>
        )}
        <MemoList groups={groups} open={open} />
        {list.hasNextPage && (
          <Further onNear={list.fetchNextPage} isPending={list.isFetchingNextPage} />
        )}
      </nav>
    </div>
  );
  const main = (
    <Main open={open} hasMemos={list.data ? total > 0 : null} readOnly={readOnly} room={room} />
  );
  if (room === "narrow") return open ? main : side;
  return (
    <SplitPane name="memos" label={t("list")} side="left" size={360} least={260} panel={side}>
      {main}
    </SplitPane>
  );
}
