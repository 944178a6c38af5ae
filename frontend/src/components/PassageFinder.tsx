import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeQuery, usePassagesWith, useSegments } from "../api/segments";
import { Button } from "./Button";
import { SearchField } from "./Field";
import "./passage-finder.css";

const FOUND = 12;

/** Words of a source, as they are found. */
export interface Passage {
  segment: string | null;
  source: string;
  source_name: string;
  start: number;
  end: number;
  text: string;
}

interface Props {
  /** Segments that are there already. */
  taken: ReadonlySet<string | null>;
  /** The names of codes whose passages are worth a look. */
  codes?: readonly string[];
  onAdd: (passage: Passage) => void;
  onClose: () => void;
}

/** Coded passages with some words, or under some codes, to rest something on. */
export function PassageFinder({ taken, codes = [], onAdd, onClose }: Props) {
  const { t } = useTranslation("networks");
  const [text, setText] = useState("");
  const words = useDeferredValue(text);
  const { data: withWords } = usePassagesWith(words, FOUND);
  const under = useSegments(codes.map(codeQuery).join(" or "), { context: 0 });
  const fromCodes = under.data?.pages[0]?.segments.slice(0, FOUND);
  const found = (words.trim() ? withWords?.segments : fromCodes) ?? [];
  const shown = found.filter(({ segment }) => !segment || !taken.has(segment));
  return (
    <div className="passage-finder">
      <SearchField label={t("findPassage")} value={text} onChange={setText} autoFocus />
      <ul aria-label={t("passages")}>
        {shown.map((one) => (
          <li key={`${one.source} ${one.start} ${one.end}`}>
            <button type="button" className="line-button" onClick={() => onAdd(one)}>
              <span>
                <q>
                  <bdi>{one.text.length > 220 ? `${one.text.slice(0, 220)}…` : one.text}</bdi>
                </q>
                <small className="muted">
                  <bdi>{one.source_name}</bdi>
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="muted">{words.trim() ? t("noPassage") : t("type")}</p>}
      <Button small look="quiet" onPress={onClose}>
        {t("done")}
      </Button>
    </div>
  );
}
