import { useTranslation } from "react-i18next";
import { Segmented } from "../../components/Segmented";
import { STANCES, type Stance } from "./board";
import { StanceMark } from "./Marks";

interface Props {
  value: Stance;
  readOnly: boolean;
  onChange: (stance: Stance) => void;
}

/** Where a piece of evidence stands. */
export function StancePicker({ value, readOnly, onChange }: Props) {
  const { t } = useTranslation("conclude");
  return (
    <Segmented<Stance>
      small
      label={t("stance.label")}
      value={value}
      readOnly={readOnly}
      choices={STANCES.map((stance) => ({
        id: stance,
        label: (
          <span className="stance-choice" title={t(`stance.${stance}`)}>
            <StanceMark stance={stance} />
            <span className="sr-only">{t(`stance.${stance}`)}</span>
            <span className="stance-word" aria-hidden="true">
              {t(`stance.${stance}`)}
            </span>
          </span>
        ),
      }))}
      onChange={onChange}
    />
  );
}
