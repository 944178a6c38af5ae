import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { type Finding, inOrder, useFindings, usePlaceFinding } from "../../api/findings";
import { useStudy } from "../../api/study";
import { useCommands } from "../../commands/registry";
import { EmptyState, Loading } from "../../components/Bits";
import { BlindNote } from "../../components/BlindNote";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { Unread } from "../../components/Unread";
import { BoardFilters } from "./BoardFilters";
import { columnsOf, KINDS, type Status } from "./board";
import { Column } from "./Column";
import { ALL, NO_FILTERS, NONE, passes, useFilters } from "./filters";
import { NewFinding } from "./NewFinding";
import { useRefusal } from "./saving";
import "./board.css";

/** Moves findings on the board, says where they went, and keeps the keyboard on them. */
function useMoving(findings: readonly Finding[]) {
  const { t } = useTranslation("conclude");
  const place = usePlaceFinding();
  const refused = useRefusal();
  const focus = useRef<string | null>(null);
  const [told, setTold] = useState("");
  useEffect(() => {
    if (focus.current === null) return;
    const card = `[data-finding="${focus.current}"] .finding-statement`;
    document.querySelector<HTMLElement>(card)?.focus({ preventScroll: false });
    if (!place.isPending) focus.current = null;
  });
  const move = (of: Finding, status: Status, before: string | null) => {
    focus.current = of.guid;
    setTold(t("card.moved", { label: of.label, status: t(`status.${status}`) }));
    place.mutate({ of, status, before }, { onError: (error) => refused(error) });
  };
  const moveGuid = (guid: string, status: Status, before: string | null) => {
    const of = findings.find((one) => one.guid === guid);
    if (of) move(of, status, before);
  };
  return { move, moveGuid, told };
}

function Columns({ findings, readOnly }: { findings: readonly Finding[]; readOnly: boolean }) {
  const { t } = useTranslation("conclude");
  const { data: study } = useStudy();
  const filters = useFilters();
  const { move, moveGuid, told } = useMoving(findings);
  const questions = new Map((study?.questions ?? []).map(({ guid, text }) => [guid, text]));
  const shown = inOrder(findings.filter((finding) => passes(filters, finding)));
  return (
    <>
      {shown.length === 0 && (
        <EmptyState
          icon="filter"
          title={t("filter.none")}
          doings={
            <Button onPress={() => useFilters.setState(NO_FILTERS)}>{t("filter.clear")}</Button>
          }
        />
      )}
      <div className="board" hidden={shown.length === 0}>
        {columnsOf(shown)
          .filter(({ status }) => filters.status === ALL || filters.status === status)
          .map((column) => (
            <Column
              key={column.status}
              status={column.status}
              findings={column.findings}
              questions={questions}
              readOnly={readOnly}
              onPlace={(guid, before) => moveGuid(guid, column.status, before)}
              onMove={move}
            />
          ))}
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

/** Whether a finding is being begun: by the button, its key, or an address that asks for it. */
function useAdding(writable: boolean) {
  const search = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const asked = search.has("new");
  useCommands(writable ? { "conclude.new": () => setOpen(true) } : {});
  const close = () => {
    setOpen(false);
    if (asked) navigate("/conclude", { replace: true });
  };
  const kind = KINDS.find((one) => one === search.get("kind"));
  const codes = search.getAll("code");
  return { isOpen: writable && (isOpen || asked), codes, kind, setOpen, close };
}

/** All findings by how firm they are. */
export function Board() {
  const { t } = useTranslation(["conclude", "meaning"]);
  const [, navigate] = useLocation();
  const { data: study } = useStudy();
  const { data: findings, isPending, isError, refetch } = useFindings();
  const question = useFilters((filters) => filters.question);
  const questions = study?.questions ?? [];
  const writable = study !== undefined && !study.read_only;
  const adding = useAdding(writable);
  const begin = writable && (
    <Button look="primary" icon="plus" writes onPress={() => adding.setOpen(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <div className="board-page">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        <Link className="button plain" href="/quality">
          <Icon name="list" />
          <span>{t("quality")}</span>
        </Link>
        <Link className="button plain" href="/audit">
          <Icon name="shield" />
          <span>{t("audit")}</span>
        </Link>
        <Link className="button plain" href="/conclude/meaning">
          <span>{t("meaning:title")}</span>
        </Link>
        <Link className="button plain" href="/conclude/manuscripts">
          <Icon name="file" />
          <span>{t("manuscripts")}</span>
        </Link>
        <Link className="button plain" href="/report">
          <Icon name="report" />
          <span>{t("report")}</span>
        </Link>
        {findings && findings.length > 0 && begin}
      </header>
      <BlindNote checks />
      {isPending && <Loading />}
      {isError && <Unread title={t("unread")} onRetry={() => refetch()} />}
      {findings?.length === 0 && (
        <EmptyState icon="conclude" title={t("empty.title")} doings={begin}>
          {t("empty.body")}
        </EmptyState>
      )}
      {findings && findings.length > 0 && (
        <>
          <BoardFilters findings={findings} questions={questions} />
          <Columns findings={findings} readOnly={!writable} />
        </>
      )}
      {adding.isOpen && (
        <NewFinding
          questions={questions}
          question={question === ALL || question === NONE ? null : question}
          codes={adding.codes}
          kind={adding.kind}
          onAdded={(guid) => navigate(`/conclude/${guid}`)}
          onClose={adding.close}
        />
      )}
    </div>
  );
}
