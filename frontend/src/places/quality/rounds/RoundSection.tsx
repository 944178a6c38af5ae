import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Round, useRoundDoings } from "../../../api/rounds";
import { useStudy } from "../../../api/study";
import { Badge } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Confirm } from "../../../components/Dialog";
import { Editable } from "../../../components/Editable";
import { Checkbox } from "../../../components/Field";
import { Fold } from "../../../components/Fold";
import { toastProblem } from "../../../components/toasts";
import { dated } from "../../../lib/dates";
import { currentLanguage } from "../../../lib/i18n";
import { useReadOnly } from "../../../stores/read-only";
import { CloseRound } from "./CloseRound";

type Task = Round["sources"][number];

/** How far somebody is with a source, in a word and a sign. */
function State({ name, state }: { name: string; state: Task["readers"][number]["state"] }) {
  const { t } = useTranslation(["rounds", "shell"]);
  return (
    <span className="round-state" data-state={state}>
      <bdi>{name}</bdi> <span className="muted">{t(`states.${state}`)}</span>
    </span>
  );
}

function TaskLine({ round, task }: { round: Round; task: Task }) {
  const { t } = useTranslation(["rounds", "shell"]);
  const { data: study } = useStudy();
  const { read } = useRoundDoings();
  const isFixed = useReadOnly() !== null || round.closed !== null;
  const mine = task.readers.find(({ guid }) => guid === study?.me.guid);
  const others = task.readers.filter((one) => one !== mine);
  return (
    <tr>
      <th scope="row">
        <Link href={`/reduce/${task.guid}`}>
          <bdi>{task.name}</bdi>
        </Link>
      </th>
      <td className="number">{task.characters.toLocaleString(currentLanguage())}</td>
      <td>
        {mine && isFixed && <State {...mine} />}
        {mine && !isFixed && (
          <Checkbox
            isSelected={mine.state === "read"}
            onChange={(isRead) =>
              read.mutate(
                { round, source: task.guid, read: isRead },
                { onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")) },
              )
            }
          >
            {mine.state === "begun" ? t("iBegan") : t("iRead")}
          </Checkbox>
        )}
      </td>
      <td>
        <span className="round-others">
          {others.map((one) => (
            <State key={one.guid} {...one} />
          ))}
        </span>
      </td>
    </tr>
  );
}

function Tasks({ round }: { round: Round }) {
  const { t } = useTranslation(["rounds", "shell"]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="agreement-table" tabIndex={0} aria-label={t("tasks", { name: round.name })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("characters")}</th>
            <th scope="col">{t("me")}</th>
            <th scope="col">{t("others")}</th>
          </tr>
        </thead>
        <tbody>
          {round.sources.map((task) => (
            <TaskLine key={task.guid} round={round} task={task} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One round: how far its coders are, what is to be said of it, and what can be done with it. */
export function RoundSection({ round }: { round: Round }) {
  const { t } = useTranslation(["rounds", "shell"]);
  const { rename, remove } = useRoundDoings();
  const isOpen = round.closed === null;
  const [asked, setAsked] = useState<"close" | "remove" | null>(null);
  const failed = (error: Error) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  return (
    <section className="round" aria-label={round.name}>
      <div className="rounds-head">
        <h2>
          <Editable
            label={t("name")}
            value={round.name}
            required
            hidden
            className="round-name"
            onSave={(name) => rename.mutate({ round, name }, { onError: failed })}
          />
        </h2>
        <Badge tone={isOpen ? "accent" : "plain"} icon={isOpen ? "shield" : "check"}>
          {round.closed === null
            ? t("open", { day: dated(round.opened) })
            : t("closed", { from: dated(round.opened), to: dated(round.closed) })}
        </Badge>
        {round.again && <Badge>{t("again")}</Badge>}
        <span className="rounds-doings">
          {isOpen && (
            <Button writes onPress={() => setAsked("close")}>
              {t("close")}
            </Button>
          )}
          <Button look="quiet" writes onPress={() => setAsked("remove")}>
            {t("remove")}
          </Button>
        </span>
      </div>
      {round.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className="muted round-loads">
        {round.coders
          .map(({ name, read, sources }) => t("load", { name, read, sources }))
          .join(" · ")}
      </p>
      {isOpen ? (
        <Tasks round={round} />
      ) : (
        <Fold title={t("whoRead", { count: round.sources.length })}>
          <Tasks round={round} />
        </Fold>
      )}
      {asked === "close" && <CloseRound round={round} onClose={() => setAsked(null)} />}
      <Confirm
        title={t("removal.title", { name: round.name })}
        doing={t("remove")}
        danger
        isOpen={asked === "remove"}
        isPending={remove.isPending}
        onClose={() => setAsked(null)}
        onConfirm={() => remove.mutate(round, { onError: failed, onSettled: () => setAsked(null) })}
      >
        <p>{t("removal.body")}</p>
      </Confirm>
    </section>
  );
}
