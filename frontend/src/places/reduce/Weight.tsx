import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/Button";
import { weightOf } from "./weigh";

interface Props {
  weight: number | null;
  /** The number has the focus at first. */
  begins?: boolean;
  onWeigh: (weight: number | null) => void;
}

/** How strongly something shows in a passage, from 0 to 100: slid or typed; nothing is no weight. */
export function Weight({ weight, begins = false, onWeigh }: Props) {
  const { t } = useTranslation(["reduce", "desk"]);
  const [text, setText] = useState(weight?.toString() ?? "");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (begins) field.current?.select();
  }, [begins]);
  const save = (from: string) => {
    const wanted = weightOf(from);
    setText((wanted === undefined ? weight : wanted)?.toString() ?? "");
    if (wanted !== undefined && wanted !== weight) onWeigh(wanted);
  };
  const slid = (event: React.SyntheticEvent<HTMLInputElement>) => save(event.currentTarget.value);
  return (
    <div className="coding-weight">
      <span aria-hidden="true">{t("card.weight")}</span>
      <input
        type="range"
        min={0}
        max={100}
        aria-label={t("desk:card.slide")}
        aria-valuetext={text === "" ? t("desk:card.unweighed") : text}
        value={weightOf(text) ?? 0}
        className={text === "" ? "none" : ""}
        onChange={(event) => setText(event.target.value)}
        onPointerUp={slid}
        onKeyUp={(event) => event.key !== "Tab" && slid(event)}
      />
      <input
        ref={field}
        className="input number"
        inputMode="numeric"
        aria-label={t("card.weight")}
        placeholder="–"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => save(text)}
        onKeyDown={(event) => event.key === "Enter" && save(text)}
      />
      <IconButton
        icon="close"
        size={13}
        label={t("desk:card.noWeight")}
        isDisabled={weight === null}
        onPress={() => save("")}
      />
    </div>
  );
}
