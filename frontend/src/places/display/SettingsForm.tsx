import { Fragment, useCallback, useEffect, useState } from "react";
import { Input, Label, NumberField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Setting } from "../../api/displays";
import { Button } from "../../components/Button";
import { Checkbox, Select, TextField } from "../../components/Field";
import { QueryField } from "../../components/query/QueryField";
import { CasePicker } from "./CasePicker";
import { type Code, CodesPicker } from "./CodesPicker";
import { FacetsSetting } from "./FacetsSetting";
import { asksNow, swapped } from "./facets";
import { SourcePicker } from "./SourcePicker";
import type { Settings } from "./settings";

interface Props {
  specs: readonly Setting[];
  settings: Settings;
  codes: readonly Code[];
  /** Why the filter was refused. */
  filterError: Error | null;
  /** How many codings the filter leaves. */
  count: number | null;
  onChange: (name: string, value: unknown) => void;
  onSettings: (settings: Settings) => void;
}

const PAUSE = 400;
/** A select cannot hold nothing; this stands for it. */
const NOTHING = " ";

const listed = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
const worded = (value: unknown) => (typeof value === "string" ? value : "");

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

/** What is typed is told after a pause, so that half of it is not worked out. */
function usePaused(value: string, onChange: (value: string) => void) {
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
  return [text, setText] as const;
}

function TextSetting({ spec, value, onChange }: SettingProps) {
  const [text, setText] = usePaused(String(value ?? ""), onChange);
  return <TextField label={spec.label} value={text} onChange={setText} />;
}

function FilterField({
  value,
  error,
  count,
  onChange,
}: {
  value: string;
  error: Error | null;
  count: number | null;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation("display");
  const [text, setText] = usePaused(value, onChange);
  const isCurrent = text === value;
  const isCounted = isCurrent && error === null && text !== "" && count !== null;
  return (
    <QueryField
      label={t("settings.filter")}
      value={text}
      onChange={setText}
      error={isCurrent ? error : null}
      asked={value}
    >
      {isCounted ? (
        <p className="field-note" role="status">
          {t("settings.filterCount", { count })}
        </p>
      ) : (
        <p className="field-note">
          {t("settings.filterHint", { example: "source.kind = interview" })}
        </p>
      )}
    </QueryField>
  );
}

/** Lines of text, one below another. */
function LinesSetting({ spec, value, onChange }: SettingProps) {
  const { t } = useTranslation("matrix");
  const lines = listed(value);
  const tell = useCallback((text: string) => onChange(text.split("\n")), [onChange]);
  const [text, setText] = usePaused(lines.join("\n"), tell);
  return (
    <TextField
      label={spec.label}
      {...(spec.name !== "names" && { note: t("lines.hint") })}
      rows={Math.min(10, Math.max(2, text.split("\n").length))}
      value={text}
      onChange={setText}
    />
  );
}

/** What rows or columns are put in order by, and which way round. */
function OrderSetting({ spec, value, onChange }: SettingProps) {
  const { t } = useTranslation("matrix");
  const order = String(value ?? "");
  const falling = order.startsWith("-");
  const by = falling ? order.slice(1) : order;
  const own = spec.name === "row_order" ? t("order.column") : t("order.row");
  const choices = [
    ...spec.choices.map((choice) => ({ id: choice.value || NOTHING, label: choice.label })),
    ...(by.startsWith("=") ? [{ id: by, label: own }] : []),
  ];
  const told = (chosen: string, turned: boolean) =>
    onChange(chosen === NOTHING ? "" : `${turned ? "-" : ""}${chosen}`);
  return (
    <div className="order-setting">
      <Select
        label={spec.label}
        choices={choices}
        value={by || NOTHING}
        onChange={(chosen) => told(chosen, falling)}
      />
      {by && (
        <Checkbox isSelected={falling} onChange={(turned) => told(by, turned)}>
          {t("order.falling")}
        </Checkbox>
      )}
    </div>
  );
}

/** Turns the table round: what the rows are made of becomes the columns, orders and headings too. */
function Swap({ settings, onSwap }: { settings: Settings; onSwap: (swapped: Settings) => void }) {
  const { t } = useTranslation("matrix");
  return (
    <Button small look="quiet" icon="repeat" onPress={() => onSwap(swapped(settings))}>
      {t("facets.swap")}
    </Button>
  );
}

/** Everything about a display that can be chosen, as its kind describes it. */
export function SettingsForm(props: Props) {
  const { specs, settings, codes, filterError, count, onChange, onSettings } = props;
  const { t } = useTranslation("display");
  const turns = specs.filter(({ type }) => type === "facets").length === 2;
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
            chosen={listed(value)}
            none={spec.none ?? t("settings.allCodes")}
            onChange={change}
          />
        );
      case "switch":
        return (
          <Checkbox key={spec.name} isSelected={value === true} onChange={change}>
            {spec.label}
          </Checkbox>
        );
      case "facets":
        return (
          <Fragment key={spec.name}>
            <FacetsSetting spec={spec} chosen={listed(value)} onChange={change} />
            {turns && spec.name === "columns" && <Swap settings={settings} onSwap={onSettings} />}
          </Fragment>
        );
      case "lines":
        return <LinesSetting key={spec.name} {...given} />;
      case "order":
        return <OrderSetting key={spec.name} {...given} />;
      case "text":
        return <TextSetting key={spec.name} {...given} />;
      case "source":
        return (
          <SourcePicker
            key={spec.name}
            label={spec.label}
            chosen={worded(value)}
            onChange={change}
          />
        );
      case "case":
        return (
          <CasePicker
            key={spec.name}
            label={spec.label}
            none={spec.none ?? null}
            chosen={worded(value)}
            onChange={change}
          />
        );
      case "number":
        return <NumberSetting key={spec.name} {...given} />;
      default:
        return <ChoiceSetting key={spec.name} {...given} />;
    }
  };
  return (
    <div className="display-settings">
      {specs.filter((spec) => asksNow(spec, settings)).map(field)}
      <FilterField
        value={String(settings.filter ?? "")}
        error={filterError}
        count={count}
        onChange={(given) => onChange("filter", given)}
      />
    </div>
  );
}
