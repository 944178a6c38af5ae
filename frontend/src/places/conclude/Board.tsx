import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useFindings } from "../../api/findings";
import { useStudy } from "../../api/study";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { columnsOf } from "./board";
import { Card } from "./Card";
import { NewFinding } from "./NewFinding";

const ALL = "all";

/** All findings by how firm they are. */
export function Board() {
  const { t } = useTranslation("conclude");
  const [, navigate] = useLocation();
  const { data: study } = useStudy();
  const { data: findings, isPending, isError, refetch } = useFindings();
  const [asked, setAsked] = useState<string>(ALL);
  const [isAdding, setAdding] = useState(false);
  const questions = study?.questions ?? [];
  const writable = study !== undefined && !study.read_only;
  const shown = (findings ?? []).filter(
    (finding) => asked === ALL || (finding.question ?? "") === asked,
  );
  const adding = writable && (
    <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
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
        {questions.length > 0 && (
          <div className="board-question">
            <Select
              label={t("question.label")}
              hidden
              choices={[
                { id: ALL, label: t("question.all") },
                ...questions.map((question) => ({ id: question.guid, label: question.text })),
              ]}
              value={asked}
              onChange={setAsked}
            />
          </div>
        )}
        <Link className="button plain" href="/report">
          <Icon name="report" />
          <span>{t("report")}</span>
        </Link>
        {findings && findings.length > 0 && adding}
      </header>
      {isPending && <Loading />}
      {isError && (
        <EmptyState
          icon="warning"
          title={t("unread")}
          doings={<Button onPress={() => refetch()}>{t("retry")}</Button>}
        />
      )}
      {findings?.length === 0 && (
        <EmptyState icon="conclude" title={t("empty.title")} doings={adding}>
          {t("empty.body")}
        </EmptyState>
      )}
      {findings && findings.length > 0 && (
        <div className="board">
          {columnsOf(shown).map((column) => (
            <section
              key={column.status}
              data-empty={column.findings.length === 0 || undefined}
              aria-labelledby={`status-${column.status}`}
            >
              <header>
                <h2 id={`status-${column.status}`}>
                  {t(`status.${column.status}`)}{" "}
                  <span className="muted number">{column.findings.length}</span>
                </h2>
                <p className="muted">{t(`statusAbout.${column.status}`)}</p>
              </header>
              {column.findings.map((finding) => (
                <Card
                  key={finding.guid}
                  finding={finding}
                  question={
                    questions.find((question) => question.guid === finding.question)?.text ?? null
                  }
                />
              ))}
            </section>
          ))}
        </div>
      )}
      {isAdding && (
        <NewFinding
          questions={questions}
          question={asked === ALL ? null : asked}
          onAdded={(guid) => navigate(`/conclude/${guid}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
