import { useTranslation } from "react-i18next";
import {
  type AgreementAsked,
  type CoefficientKind,
  INTERVALS,
  type Interval,
} from "../../../api/agreement";
import { Select, TextField } from "../../../components/Field";

type Option = CoefficientKind["options"][number];
type Settings = AgreementAsked["settings"];

/** These are of plain tables, or follow from what is asked. */
const ELSEWHERE = new Set(["level", "value", "precision", "seed"]);

interface Props {
  kind: CoefficientKind;
  asked: AgreementAsked;
  onAsk: (part: Partial<AgreementAsked>) => void;
}

/** Without what is as usual, so that an address says only what is not. */
function changed(settings: Settings, { name, usual }: Option, value: string): Settings {
  const { [name]: _, ...others } = settings;
  return value === "" || value === String(usual) ? others : { ...others, [name]: value };
}

/** How the coefficient weighs, how far it reaches, and how its interval is found. */
export function Settings({ kind, asked, onAsk }: Props) {
  const { t } = useTranslation("agreement");
  const set = (option: Option, value: string) =>
    onAsk({ settings: changed(asked.settings, option, value) });
  return (
    <>
      {kind.options
        .filter(({ name }) => !ELSEWHERE.has(name))
        .map((option) =>
          option.choices.length > 0 ? (
            <Select
              key={option.name}
              label={t(`settings.${option.name}`, option.name)}
              choices={option.choices.map((id) => ({ id, label: t(`choices.${id}`, id) }))}
              value={asked.settings[option.name] ?? String(option.usual)}
              onChange={(value) => set(option, value)}
            />
          ) : (
            <Amount
              key={`${option.name} ${asked.settings[option.name]}`}
              option={option}
              value={asked.settings[option.name] ?? String(option.usual)}
              onSet={(value) => set(option, value)}
            />
          ),
        )}
      <Select
        label={t("asked.interval")}
        choices={INTERVALS.map((id) => ({ id, label: t(`intervals.${id}`) }))}
        value={asked.interval}
        onChange={(interval: Interval) => onAsk({ interval })}
      />
    </>
  );
}

interface AmountProps {
  option: Option;
  value: string;
  onSet: (value: string) => void;
}

/** A number, taken when it is left or with Enter. */
function Amount({ option, value, onSet }: AmountProps) {
  const { t } = useTranslation("agreement");
  const take = (field: EventTarget) => {
    const told = (field as HTMLInputElement).value.trim().replace(",", ".");
    if (told !== value && !Number.isNaN(Number(told))) onSet(told);
  };
  return (
    <TextField
      label={t(`settings.${option.name}`, option.name)}
      defaultValue={value}
      inputMode={option.whole ? "numeric" : "decimal"}
      onBlur={(event) => take(event.target)}
      onKeyDown={(event) => event.key === "Enter" && take(event.target)}
    />
  );
}
