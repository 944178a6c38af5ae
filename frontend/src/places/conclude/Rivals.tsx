import { useTranslation } from "react-i18next";
import { type Finding, useFindings, useFindingTies } from "../../api/findings";
import { IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { useRefusal } from "./saving";

interface Props {
  finding: Finding;
  readOnly: boolean;
}

/** Other findings that explain the same, each with why it is not the one preferred. */
export function Rivals({ finding, readOnly }: Props) {
  const { t } = useTranslation("conclude");
  const { data: findings = [] } = useFindings();
  const { setRival, removeRival } = useFindingTies(finding.guid);
  const refused = useRefusal();
  const onError = (error: Error) => refused(error);
  const tied = new Set([finding.guid, ...finding.rivals.map((one) => one.guid)]);
  const free = findings.filter((one) => !tied.has(one.guid));
  return (
    <section className="finding-ties" aria-labelledby="rivals">
      <h2 id="rivals">{t("rivals.title")}</h2>
      {finding.rivals.length === 0 && <p className="muted">{t("rivals.none")}</p>}
      <ul>
        {finding.rivals.map((rival) => (
          <li key={rival.guid}>
            <div className="tie-line">
              <a href={`#/conclude/${rival.guid}`}>
                <strong>{rival.label}</strong> {rival.statement}
              </a>
              {!readOnly && (
                <IconButton
                  icon="close"
                  size={14}
                  label={t("rivals.remove", { label: rival.label })}
                  onPress={() => removeRival.mutate(rival.guid, { onError })}
                />
              )}
            </div>
            <Editable
              className="why"
              label={t("rivals.why", { label: rival.label })}
              hidden
              placeholder={readOnly ? "" : t("rivals.whyNone")}
              value={rival.why}
              readOnly={readOnly}
              onSave={(why) => setRival.mutate({ rival: rival.guid, why }, { onError })}
            />
          </li>
        ))}
      </ul>
      {!readOnly && free.length > 0 && (
        <Select
          label={t("rivals.add")}
          hidden
          placeholder={t("rivals.add")}
          choices={free.map((one) => ({ id: one.guid, label: `${one.label} · ${one.statement}` }))}
          value={null}
          onChange={(rival) => setRival.mutate({ rival, why: "" }, { onError })}
        />
      )}
    </section>
  );
}
