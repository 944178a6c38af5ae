import { useTranslation } from "react-i18next";
import { type AgreementAsked, UNITS, useCoefficients } from "../../../api/agreement";
import { useCodeList } from "../../../api/codes";
import { useRounds } from "../../../api/rounds";
import { useStudy } from "../../../api/study";
import { Checkbox, Select } from "../../../components/Field";
import { CodesPicker } from "../../display/CodesPicker";
import { NamesPicker } from "../NamesPicker";
import type { View } from "./asked";
import { Settings } from "./Settings";

interface Props {
  asked: AgreementAsked;
  /** Which coefficient, and over what, is asked of the numbers alone. */
  view: View;
  onAsk: (part: Partial<AgreementAsked>) => void;
}

/** Which coefficient, over which units, of whom and of which codes. */
export function Asking({ asked, view, onAsk }: Props) {
  const { t } = useTranslation("agreement");
  const { data: kinds = [] } = useCoefficients();
  const { data: study } = useStudy();
  const { data: rounds = [] } = useRounds();
  const codes = useCodeList();
  const kind = kinds.find(({ name }) => name === asked.measure);
  return (
    <section className="agreement-asked" aria-label={t("asked.title")}>
      {view === "figures" && (
        <>
          <Select
            label={t("asked.measure")}
            choices={kinds.map(({ name, title, about }) => ({
              id: name,
              label: title,
              note: about,
            }))}
            value={asked.measure}
            onChange={(measure) => onAsk({ measure, settings: {} })}
          />
          {kind?.units !== false && (
            <Select
              label={t("asked.unit")}
              choices={UNITS.map((id) => ({ id, label: t(`units.${id}`) }))}
              value={asked.unit}
              onChange={(unit) => onAsk({ unit })}
            />
          )}
          {kind && <Settings kind={kind} asked={asked} onAsk={onAsk} />}
          {rounds.length > 0 && (
            <Select
              label={t("asked.round")}
              choices={[
                { id: "", label: t("asked.anyRound") },
                ...rounds.map(({ guid, name }) => ({ id: guid, label: name })),
              ]}
              value={asked.round}
              onChange={(round) => onAsk({ round })}
            />
          )}
        </>
      )}
      <NamesPicker
        label={t("asked.coders")}
        items={study?.users ?? []}
        chosen={asked.coders}
        none={t("asked.allCoders")}
        onChange={(coders) => onAsk({ coders })}
      />
      <CodesPicker
        label={t("asked.codes")}
        codes={codes}
        chosen={asked.codes}
        none={t("asked.allCodes")}
        onChange={(chosen) => onAsk({ codes: chosen })}
      />
      {view === "figures" && study?.users.some(({ machine }) => machine) && (
        <Checkbox isSelected={asked.machines} onChange={(machines) => onAsk({ machines })}>
          {t("asked.machines")}
        </Checkbox>
      )}
    </section>
  );
}
