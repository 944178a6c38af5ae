import { useTranslation } from "react-i18next";
import { useAttributesOf } from "../../api/case-table";
import { type Privacy, useChangePrivacy } from "../../api/study-changes";
import type { Study } from "../../api/types";
import { Checkbox } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";

/** What of people leaves the study in reports and files. */
export function PrivacySection({ study }: { study: Study }) {
  const { t } = useTranslation(["settings", "shell"]);
  const change = useChangePrivacy();
  const { data: attributes } = useAttributesOf("case");
  const { privacy } = study;
  const save = (patch: Partial<Privacy>) =>
    change.mutate(
      { of: study, ...patch },
      { onError: (error) => toastProblem(error, t("privacy.failed"), t("shell:offline.hint")) },
    );
  const hide = (guid: string, isHidden: boolean) => {
    const others = privacy.hidden.filter((one) => one !== guid);
    save({ hidden: isHidden ? [...others, guid] : others });
  };
  return (
    <section aria-labelledby="settings-privacy">
      <h2 id="settings-privacy">{t("privacy.title")}</h2>
      <p className="muted">{t("privacy.about")}</p>
      <p>{t("privacy.pseudonyms")}</p>
      <Writing>
        <div className="settings-line">
          <span>{t("privacy.coders")}</span>
          <Segmented<Privacy["coders"]>
            label={t("privacy.coders")}
            value={privacy.coders}
            choices={(["name", "initials", "none"] as const).map((id) => ({
              id,
              label: t(`privacy.as.${id}`),
            }))}
            onChange={(coders) => save({ coders })}
          />
        </div>
        {attributes && attributes.length > 0 && (
          <fieldset className="privacy-fields">
            <legend>{t("privacy.hidden")}</legend>
            {attributes.map(({ guid, name }) => (
              <Checkbox
                key={guid}
                isSelected={privacy.hidden.includes(guid)}
                onChange={(isHidden) => hide(guid, isHidden)}
              >
                {name}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </Writing>
    </section>
  );
}
