import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSource, useSources } from "../../api/sources";
import { OneOf, Picker } from "./Picker";

interface Props {
  label: string;
  /** A source by GUID or name; empty: whichever the display takes by itself. */
  chosen: string;
  onChange: (source: string) => void;
}

const MOST = 100;
const BY_ITSELF = "";
const GUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** One of the sources, found by its name; there may be very many. */
export function SourcePicker({ label, chosen, onChange }: Props) {
  const { t } = useTranslation("pictures");
  const { data: source } = useSource(GUID.test(chosen) ? chosen : null);
  const shown = chosen === "" ? t("source.any") : (source?.name ?? chosen);
  return (
    <div className="codes-picker">
      <span className="field-label">{label}</span>
      <Picker
        label={label}
        said={`${label}: ${shown}`}
        face={<bdi className="source-picked clip">{shown}</bdi>}
      >
        {(close) => (
          <Choices
            label={label}
            chosen={source?.guid ?? BY_ITSELF}
            onPick={(guid) => {
              close();
              onChange(guid);
            }}
          />
        )}
      </Picker>
    </div>
  );
}

interface ChoicesProps {
  label: string;
  chosen: string;
  onPick: (guid: string) => void;
}

function Choices({ label, chosen, onPick }: ChoicesProps) {
  const { t } = useTranslation("pictures");
  const [sought, setSought] = useState("");
  const text = useDeferredValue(sought.trim());
  const { data } = useSources({ ...(text && { text }), limit: MOST, sort: "name" });
  const found = data?.sources ?? [];
  const items = [
    ...(sought ? [] : [{ id: BY_ITSELF, name: t("source.any") }]),
    ...found.map(({ guid, name, codings }) => ({ id: guid, name, count: codings })),
  ];
  const left = (data?.total ?? 0) - found.length;
  return (
    <>
      <OneOf
        label={label}
        find={t("source.find")}
        nothing={t("source.none")}
        items={items}
        chosen={chosen}
        sought={sought}
        onSeek={setSought}
        onPick={onPick}
      />
      {left > 0 && <p className="field-note">{t("source.more", { count: left })}</p>}
    </>
  );
}
