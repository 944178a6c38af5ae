import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
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
    <RadioGroup
      className="segmented small"
      orientation="horizontal"
      aria-label={t("stance.label")}
      value={value}
      isReadOnly={readOnly}
      onChange={(stance) => onChange(stance as Stance)}
    >
      {STANCES.map((stance) => (
        <Radio key={stance} value={stance}>
          <StanceMark stance={stance} />
          {t(`stance.${stance}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
