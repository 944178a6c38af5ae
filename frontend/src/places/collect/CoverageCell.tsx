import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Board, useMarkHole } from "../../api/coverage";
import { useSources } from "../../api/sources";
import { beginImport } from "../../app/DropArea";
import { Button, IconButton } from "../../components/Button";
import { TextField } from "../../components/Field";
import { toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import type { Chosen } from "./Coverage";
import { cellsByPlace } from "./coverage-words";

interface Props {
  board: Board;
  chosen: Chosen;
  name: (column: string) => string;
  onClose: () => void;
}

/** The sources behind a cell, by their names. */
function Behind({ of, guids }: { of: string; guids: readonly string[] }) {
  const { data } = useSources({ case: [of], limit: 500 });
  const wanted = new Set(guids);
  return (
    <ul>
      {(data?.sources ?? [])
        .filter(({ guid }) => wanted.has(guid))
        .map(({ guid, name }) => (
          <li key={guid}>
            <Link href={`/reduce/${guid}`}>{name}</Link>
          </li>
        ))}
    </ul>
  );
}

/** One cell of the board: what is there, or what becomes of the hole. */
export function CoverageCell({ board, chosen, name, onClose }: Props) {
  const { t } = useTranslation(["cases", "shell"]);
  const row = board.rows[chosen.row];
  const column = board.columns[chosen.column] ?? "";
  const cell = cellsByPlace(board).get(`${chosen.row} ${chosen.column}`);
  const [reason, setReason] = useState(cell?.mark?.reason ?? "");
  const mark = useMarkHole();
  if (!row) return null;
  const say = (state: "planned" | "not wanted" | null) =>
    mark.mutate(
      { case: row.guid, column, by: board.by, state, reason: state ? reason : "" },
      { onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")) },
    );
  const isHole = !cell || cell.sources.length === 0;
  return (
    <section className="inspector coverage-about">
      <header className="inspector-head">
        <h2>{t("coverage.about", { case: row.name, column: name(column) })}</h2>
        <IconButton icon="close" label={t("shell:close")} onPress={onClose} />
      </header>
      {cell && !isHole && (
        <>
          <Behind of={row.guid} guids={cell.sources} />
          <p className="muted">
            {Object.entries(cell.statuses)
              .map(([status, count]) =>
                t("coverage.status", {
                  count,
                  status: t(`coverage.statuses.${status as "coded"}`),
                }),
              )
              .join(" · ")}
          </p>
        </>
      )}
      {isHole && (
        <>
          {cell?.mark && (
            <p>
              <strong>
                {cell.mark.state === "planned" ? t("coverage.planned") : t("coverage.notWanted")}
              </strong>{" "}
              {cell.mark.reason}
            </p>
          )}
          <Writing>
            <TextField label={t("coverage.reason")} value={reason} onChange={setReason} rows={2} />
            <div className="doings">
              <Button small icon="task" onPress={() => say("planned")}>
                {t("coverage.plan")}
              </Button>
              <Button small onPress={() => say("not wanted")}>
                {t("coverage.refuse")}
              </Button>
              {cell?.mark && (
                <Button small look="quiet" onPress={() => say(null)}>
                  {t("coverage.reopen")}
                </Button>
              )}
            </div>
          </Writing>
        </>
      )}
      <FileTrigger
        allowsMultiple
        onSelect={(files) =>
          beginImport(files ? [...files] : [], {
            case: row.name,
            ...(board.by === "kind" && { kind: column }),
          })
        }
      >
        <Button icon="import" writes look={isHole ? "primary" : "plain"}>
          {t("coverage.import", { case: row.name })}
        </Button>
      </FileTrigger>
    </section>
  );
}
