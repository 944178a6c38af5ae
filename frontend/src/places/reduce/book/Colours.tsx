import { useId } from "react";
import { useTranslation } from "react-i18next";
import { COLOUR_NAMES, COLOURS } from "./palette";
import "./colours.css";

interface Props {
  value: string;
  onChange: (colour: string) => void;
}

/** A colour of the palette, or one of one's own. */
export function Colours({ value, onChange }: Props) {
  const { t } = useTranslation(["codebook", "reduce"]);
  const name = useId();
  const now = value.toLowerCase();
  return (
    <fieldset className="colours">
      <legend>{t("reduce:entry.colour")}</legend>
      {COLOUR_NAMES.map((one) => (
        <label
          key={one}
          title={t(`colours.${one}`)}
          style={{ "--ink": COLOURS[one] } as React.CSSProperties}
        >
          <input
            type="radio"
            name={name}
            aria-label={t(`colours.${one}`)}
            checked={COLOURS[one] === now}
            onChange={() => onChange(COLOURS[one])}
          />
          <span />
        </label>
      ))}
      <label className="colour-own" title={t("reduce:entry.ownColour")}>
        <input
          type="color"
          aria-label={t("reduce:entry.ownColour")}
          value={now}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    </fieldset>
  );
}
