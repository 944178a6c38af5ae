import { useState } from "react";
import { useFilter } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useCases } from "../../api/cases";
import { OneOf, Picker } from "./Picker";

interface Props {
  label: string;
  /** What no case means; otherwise it is none. */
  none?: string | null;
  /** A case by GUID or name; empty: none. */
  chosen: string;
  onChange: (guid: string | null) => void;
}

const NONE = "none";
const MOST = 200;

/** One of the cases, found by its name, or none. */
export function CasePicker({ label, none, chosen, onChange }: Props) {
  const { t } = useTranslation("networks");
  const nobody = none ?? t("case.none");
  const { data: cases = [] } = useCases();
  const { contains } = useFilter({ sensitivity: "base" });
  const [sought, setSought] = useState("");
  const mine = cases.find(({ guid, name }) => guid === chosen || name === chosen);
  const shown = mine?.name ?? (chosen || nobody);
  const found = cases.filter(({ name }) => contains(name, sought)).slice(0, MOST);
  const items = [
    ...(sought ? [] : [{ id: NONE, name: nobody }]),
    ...found.map(({ guid, name }) => ({ id: guid, name })),
  ];
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <Picker label={label} said={`${label}: ${shown}`} face={<bdi className="clip">{shown}</bdi>}>
        {(close) => (
          <OneOf
            label={label}
            find={t("case.find")}
            nothing={t("case.unknown")}
            items={items}
            chosen={mine?.guid ?? NONE}
            sought={sought}
            onSeek={setSought}
            onPick={(id) => {
              close();
              onChange(id === NONE ? null : id);
            }}
          />
        )}
      </Picker>
    </div>
  );
}
