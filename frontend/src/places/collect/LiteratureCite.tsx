import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Citer } from "../../api/references";
import {
  type Mentionable,
  optionId,
  Suggestions,
  useSuggestions,
} from "../../components/Suggestions";

const CITERS = new Set(["source", "code", "memo", "finding"]);

/** A field that finds what is to cite the work: a source, code, memo or finding. */
export function LiteratureCite({ onCite }: { onCite: (kind: Citer, guid: string) => void }) {
  const { t } = useTranslation("literature");
  const list = useId();
  const [letters, setLetters] = useState("");
  const { found, at, move } = useSuggestions(letters.trim());
  const usable = found.filter(({ kind }) => CITERS.has(kind));
  const here = Math.min(at, Math.max(0, usable.length - 1));
  const pick = (named: Mentionable) => {
    onCite(named.kind as Citer, named.guid);
    setLetters("");
  };
  return (
    <div className="literature-cite">
      <input
        className="input"
        role="combobox"
        aria-label={t("cite")}
        aria-expanded={usable.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={usable.length > 0 ? optionId(list, here) : undefined}
        placeholder={t("cite")}
        value={letters}
        onChange={(event) => setLetters(event.target.value)}
        onKeyDown={(event) => {
          const named = usable[here];
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
          } else if (event.key === "Enter" && named) {
            event.preventDefault();
            pick(named);
          } else if (event.key === "Escape" && letters !== "") {
            event.stopPropagation();
            setLetters("");
          }
        }}
      />
      {usable.length > 0 && <Suggestions id={list} found={usable} at={here} onPick={pick} />}
    </div>
  );
}
