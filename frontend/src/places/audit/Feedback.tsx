import { useTranslation } from "react-i18next";
import {
  type FeedbackLine,
  type Member,
  sheetFile,
  useFeedback,
  useFollow,
} from "../../api/feedback";
import { useStudyId } from "../../api/study";
import { Badge, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { Unread } from "../../components/Unread";
import { download } from "../../lib/download";

const FORMATS = ["docx", "pdf", "html"] as const;
const TONES = { agree: "good", partly: "warn", disagree: "danger" } as const;

function Line({ line }: { line: FeedbackLine }) {
  const { t } = useTranslation(["feedback", "shell"]);
  const follow = useFollow();
  const save = (action: string) =>
    follow.mutate(
      { of: line, action },
      { onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")) },
    );
  return (
    <li className="feedback-line">
      <p>
        <b>{line.who}</b>{" "}
        <Badge tone={TONES[line.answer as "agree"] ?? "plain"}>
          {t(`answers.${line.answer as "agree"}`)}
        </Badge>{" "}
        {line.follow && (
          <Badge tone="warn" icon="warning">
            {t("follow")}
          </Badge>
        )}{" "}
        <span className="muted">{line.date}</span>
      </p>
      <p>
        <a href={`#/conclude/${line.finding}`}>{line.label}</a> <span>{line.statement}</span>
      </p>
      {line.shown && <p className="muted">{t("shown", { shown: line.shown })}</p>}
      {line.comment && (
        <blockquote className="feedback-comment" dir="auto">
          {line.comment}
        </blockquote>
      )}
      <Editable label={t("action")} placeholder={t("noAction")} value={line.action} onSave={save} />
    </li>
  );
}

function Row({ member }: { member: Member }) {
  const { t } = useTranslation(["feedback", "shell"]);
  const study = useStudyId();
  const take = (format: (typeof FORMATS)[number]) =>
    download(sheetFile(study, member.case, format), `sheet.${format}`).then(
      (file) => toast(t("taken", { file }), { tone: "good" }),
      (error) => toastProblem(error, t("notTaken"), t("shell:offline.hint")),
    );
  return (
    <tr>
      <th scope="row">{member.name}</th>
      <td>{member.concerning.join(", ")}</td>
      <td>{member.unasked.length > 0 ? member.unasked.join(", ") : t("all")}</td>
      <td>
        <Menu
          label={t("sheet", { name: member.name })}
          placement="bottom end"
          lines={FORMATS.map((format) => ({
            id: format,
            label: t(`formats.${format}`),
            onAction: () => void take(format),
          }))}
        >
          <Button small icon="export">
            {t("sheet", { name: member.name })}
          </Button>
        </Menu>
      </td>
    </tr>
  );
}

/** What was shown to whom and what came of it, and whom to ask yet. */
export function Feedback() {
  const { t } = useTranslation("feedback");
  const { data, isError, refetch } = useFeedback();
  if (isError) {
    return <Unread title={t("unread")} onRetry={() => refetch()} />;
  }
  if (!data) return <Loading />;
  const shown = data.lines.length;
  const replies = shown - (data.answers["no reply"] ?? 0);
  return (
    <div className="feedback">
      <div>
        <h2 id="feedback-members">{t("members")}</h2>
        {data.members.length === 0 && <p className="muted">{t("nobody")}</p>}
        {data.members.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keys, too
          <section className="feedback-wide" tabIndex={0} aria-label={t("members")}>
            <table className="feedback-table">
              <thead>
                <tr>
                  <th scope="col">{t("head.who")}</th>
                  <th scope="col">{t("head.concerning")}</th>
                  <th scope="col">{t("head.unasked")}</th>
                  <th scope="col">{t("head.sheet")}</th>
                </tr>
              </thead>
              <tbody>
                {data.members.map((member) => (
                  <Row key={member.case} member={member} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
      <section aria-labelledby="feedback-lines">
        <h2 id="feedback-lines">{t("lines")}</h2>
        <p className="muted">
          {shown === 0
            ? t("none")
            : t("rates", {
                shown,
                replies,
                agree: data.answers.agree ?? 0,
                partly: data.answers.partly ?? 0,
                disagree: data.answers.disagree ?? 0,
              })}
        </p>
        <ul className="feedback-lines">
          {data.lines.map((line) => (
            <Line key={line.guid} line={line} />
          ))}
        </ul>
      </section>
    </div>
  );
}
