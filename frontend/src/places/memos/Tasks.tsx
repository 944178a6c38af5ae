import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Task, useTasks, useTick } from "../../api/memos";
import { useStudy } from "../../api/study";
import { AboutChips } from "../../components/AboutChips";
import { EmptyState, Loading } from "../../components/Bits";
import { Checkbox } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { toastProblem } from "../../components/toasts";

function Line({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const { t } = useTranslation(["memos", "shell"]);
  const tick = useTick();
  const { memo, line, text } = task;
  return (
    <li className="task-line">
      <Checkbox
        isSelected={tick.isPending ? tick.variables.done : task.done}
        isDisabled={readOnly}
        onChange={(done) =>
          tick.mutate(
            { memo, line, text, done },
            {
              onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
            },
          )
        }
      >
        <span className={task.done ? "task-done" : ""}>{text}</span>
      </Checkbox>
      <div className="task-from">
        <a href={`#/memos/${memo}`}>{task.title}</a>
        <AboutChips about={task.about} />
      </div>
    </li>
  );
}

type Shown = "open" | "done" | "all";
const SHOWN: readonly Shown[] = ["open", "done", "all"];

/** What is still to be asked and done, gathered from the task lists of all memos. */
export function Tasks() {
  const { t } = useTranslation("memos");
  const { data: study } = useStudy();
  const tasks = useTasks();
  const [shown, setShown] = useState<Shown>("open");
  const wanted = tasks.data?.filter(({ done }) => shown === "all" || done === (shown === "done"));
  return (
    <div className="memo-scroll">
      <div className="memo-column">
        <header className="memo-column-head">
          <p className="muted">{t("tasks.lead")}</p>
          <Segmented
            small
            label={t("tasks.shown")}
            value={shown}
            choices={SHOWN.map((id) => ({ id, label: t(`tasks.show.${id}`) }))}
            onChange={setShown}
          />
        </header>
        {tasks.isPending && <Loading />}
        {tasks.error && <p role="alert">{t("unread")}</p>}
        {wanted?.length === 0 && (
          <EmptyState icon="task" title={t("tasks.none")}>
            {t("tasks.noneBody")}
          </EmptyState>
        )}
        <ul className="task-lines">
          {wanted?.map((task) => (
            <Line
              key={`${task.memo} ${task.line} ${task.text}`}
              task={task}
              readOnly={!study || Boolean(study.read_only)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
