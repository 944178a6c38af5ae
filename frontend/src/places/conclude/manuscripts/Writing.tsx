import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Manuscript, Passage } from "../../../api/manuscripts";
import { piecesOf } from "./pieces";
import { toneOf } from "./standings";

interface ParagraphProps {
  text: string;
  number: number;
  passages: readonly Passage[];
  chosen: string | null;
  onChoose: (guid: string) => void;
}

function Paragraph({ text, number, passages, chosen, onChoose }: ParagraphProps) {
  const { t } = useTranslation("manuscripts");
  const known = new Map(passages.map((one) => [one.guid, one]));
  const pieces = useMemo(() => piecesOf(text, number, passages), [text, number, passages]);
  return (
    <p dir="auto" data-paragraph={number}>
      {pieces.map(({ at, text: words, passage: guid }) => {
        const passage = guid === null ? undefined : known.get(guid);
        if (!passage)
          return (
            <span key={at} data-at={at}>
              {words}
            </span>
          );
        return (
          <mark
            key={at}
            data-at={at}
            data-passage={passage.guid}
            data-tone={toneOf(passage.standing)}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: a button would be a box that does not wrap */}
            <span
              role="button"
              tabIndex={0}
              aria-pressed={passage.guid === chosen}
              title={t(`standing.${passage.standing}`)}
              onClick={() => onChoose(passage.guid)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                onChoose(passage.guid);
              }}
            >
              {words}
            </span>
          </mark>
        );
      })}
    </p>
  );
}

interface Props {
  manuscript: Manuscript;
  chosen: string | null;
  onChoose: (guid: string) => void;
}

/** The manuscript as it is read, its passages to be chosen. */
export function Writing({ manuscript, chosen, onChoose }: Props) {
  const { t } = useTranslation("manuscripts");
  const byParagraph = useMemo(() => {
    const found = new Map<number, Passage[]>();
    for (const one of manuscript.passages) {
      if (one.paragraph === null) continue;
      found.set(one.paragraph, [...(found.get(one.paragraph) ?? []), one]);
    }
    return found;
  }, [manuscript.passages]);
  const numbered = manuscript.paragraphs.map((text, place) => ({ text, number: place + 1 }));
  return (
    <section className="manuscript-text" aria-label={t("text", { name: manuscript.name })}>
      {numbered.map(({ text, number }) => (
        <Paragraph
          key={number}
          text={text}
          number={number}
          passages={byParagraph.get(number) ?? NONE}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </section>
  );
}

const NONE: readonly Passage[] = [];
