import { useTranslation } from "react-i18next";
import { useChangeStudy } from "../../api/study-changes";
import type { Study } from "../../api/types";
import { Editable } from "../../components/Editable";
import { toast } from "../../components/toasts";

/** The study's title and description, how much it holds, and where it is. */
export function StudyAbout({ study }: { study: Study }) {
  const { t, i18n } = useTranslation("settings");
  const change = useChangeStudy();
  const number = new Intl.NumberFormat(i18n.language);
  const save = (patch: { title?: string; description?: string; languages?: string[] }) =>
    change.mutate(
      { of: study, ...patch },
      {
        onSuccess: () => toast(t("study.saved"), { tone: "good" }),
        onError: (error) => toast(t("study.failed", { reason: error.message }), { tone: "danger" }),
      },
    );
  const readOnly = Boolean(study.read_only);
  const counts = [
    ...(["sources", "codes", "codings", "cases", "memos", "findings"] as const).map(
      (name) => [name, study.counts[name]] as const,
    ),
    ["changes", study.head] as const,
  ];
  return (
    <section aria-labelledby="settings-study">
      <h2 id="settings-study">{t("study.title")}</h2>
      <div className="settings-fields">
        {study.read_only && <p>{t("study.readOnly", { reason: study.read_only })}</p>}
        <Editable
          label={t("study.name")}
          value={study.title}
          readOnly={readOnly}
          required
          onSave={(title) => save({ title })}
        />
        <Editable
          label={t("study.description")}
          value={study.description}
          readOnly={readOnly}
          onSave={(description) => save({ description })}
        />
        <Editable
          label={t("study.languages")}
          note={t("study.languagesNote")}
          value={study.languages.join(", ")}
          readOnly={readOnly}
          required
          onSave={(tags) => save({ languages: tags.split(/[\s,;]+/).filter(Boolean) })}
        />
        <dl className="counts">
          {counts.map(([name, count]) => (
            <div key={name}>
              <dt>{t(`counts.${name}`)}</dt>
              <dd>{number.format(count)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
