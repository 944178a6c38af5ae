import { useTranslation } from "react-i18next";
import { lookFor, useLookedFor } from "./looked-for";

interface SwitchProps {
  sign: string;
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function Switch({ sign, label, isOn, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      className="find-switch"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      data-sign={sign}
      onClick={() => onChange(!isOn)}
    ></button>
  );
}

/** How words are looked for; `whole` words only where an index tells them. */
export function Switches({ whole = false }: { whole?: boolean }) {
  const { t } = useTranslation("desk");
  const sought = useLookedFor();
  return (
    <span className="find-switches">
      <Switch
        sign="Aa"
        label={t("find.cased")}
        isOn={sought.cased}
        onChange={(cased) => lookFor({ cased })}
      />
      {whole && (
        <Switch
          sign="ab·"
          label={t("words.whole")}
          isOn={sought.whole}
          onChange={(isWhole) => lookFor({ whole: isWhole })}
        />
      )}
      <Switch
        sign=".*"
        label={t("find.regex")}
        isOn={sought.regex}
        onChange={(regex) => lookFor({ regex })}
      />
    </span>
  );
}
