import { useEffect, useState } from "react";
import { Input, Label, NumberField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Setting } from "../../api/displays";
import { Checkbox, Select, TextField } from "../../components/Field";
import { type Code, CodesPicker } from "./CodesPicker";
import type { Settings } from "./settings";

interface Props {
  specs: readonly Setting[];
  settings: Settings;
  codes: readonly Code[];
  /** Why the filter was refused, in words. */
  filterError: string;
  /** The character of the filter that is wrong, in code points. */
  filterAt: number | null;
  /** How many codings the filter leaves. */
  count: number | null;
  onChange: (name: string, value: unknown) => void;
}

const PAUSE = 400;
/** A select cannot hold nothing; this stands for it. */
const NOTHING = " ";

function ChoiceSetting({ spec, value, onChange }: SettingProps) {
  return (
    <Select
      label={spec.label}
      choices={spec.choices.map((choice) => ({ id: choice.value || NOTHING, label: choice.label }))}
      value={String(value ?? "") || NOTHING}
      onChange={(chosen) => onChange(chosen === NOTHING ? "" : chosen)}
    />
  );
}

interface SettingProps {
  spec: Setting;
  value: unknown;
  onChange: (value: unknown) => void;
}

function NumberSetting({ spec, value, onChange }: SettingProps) {
  return (
    <NumberField
      className="field"
      minValue={0}
      value={typeof value === "number" ? value : Number.NaN}
      onChange={(given) => onChange(Number.isNaN(given) ? spec.default : given)}
    >
      <Label>{spec.label}</Label>
      <Input className="input" />
    </NumberField>
  );
}

/** The filter waits for a pause in typing, so that half a query is not worked out. */
function FilterField({
  value,
  error,
  at,
  count,
  onChange,
}: {
  value: string;
  error: string;
  at: number | null;
  count: number | null;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation("display");
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) {
      return;
    }
    const timer = setTimeout(() => onChange(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  const isCurrent = text === value;
  const refused = isCurrent ? error : "";
  const letters = [...text];
  return (
    <div>
      <TextField
        label={t("settings.filter")}
        note={t("settings.filterHint", { example: "source.kind = interview" })}
        error={refused}
        value={text}
        onChange={setText}
      />
      {refused && at !== null && (
        <p className="filter-at" aria-hidden="true">
          {letters.slice(0, at).join("")}
          <mark>{letters[at] ?? "␣"}</mark>
          {letters.slice(at + 1).join("")}
        </p>
      )}
      {!refused && isCurrent && text !== "" && count !== null && (
        <p className="field-note" role="status">
          {t("settings.filterCount", { count })}
        </p>
      )}
    </div>
  );
}

/** Everything about a display that can be chosen, as its kind describes it. */
export function SettingsForm(props: Props) {
  const { specs, settings, codes, filterError, filterAt, count, onChange } = props;
  const { t } = useTranslation("display");
  const field = (spec: Setting) => {
    const value = settings[spec.name];
    const change = (given: unknown) => onChange(spec.name, given);
    const given = { spec, value, onChange: change };
    switch (spec.type) {
      case "codes":
        return (
          <CodesPicker
            key={spec.name}
            label={spec.label}
            codes={codes}
            chosen={Array.isArray(value) ? value.map(String) : []}
            none={t("settings.allCodes")}
            onChange={change}
          />
        );
      case "switch":
        return (
          <Checkbox key={spec.name} isSelected={value === true} onChange={change}>
            {spec.label}
          </Checkbox>
        );
      case "number":
        return <NumberSetting key={spec.name} {...given} />;
      default:
        return <ChoiceSetting key={spec.name} {...given} />;
    }
  };
  return (
    <div className="display-settings">
      {specs.filter((spec) => spec.name !== "filter").map(field)}
      <FilterField
        value={String(settings.filter ?? "")}
        error={filterError}
        at={filterAt}
        count={count}
        onChange={(given) => onChange("filter", given)}
      />
    </div>
  );
}
