import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SPEAKERS_TYPE } from "./Speakers";
import type { CaseName } from "./SpeakersCase";

interface Props {
  cases: readonly CaseName[];
  onDrop: (speakers: readonly string[], to: string) => void;
}

const MOST = 200;

/** The cases beside the speakers, for speakers to be dropped on. */
export function SpeakersDrop({ cases, onDrop }: Props) {
  const { t } = useTranslation("cases");
  const [over, setOver] = useState<string | null>(null);
  return (
    <section className="speakers-drop" aria-label={t("speakers.cases")}>
      <p className="muted">{t("speakers.drop")}</p>
      <ul>
        {cases.slice(0, MOST).map(({ guid, name }) => (
          <li
            key={guid}
            className={over === guid ? "over" : ""}
            dir="auto"
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(SPEAKERS_TYPE)) return;
              event.preventDefault();
              setOver(guid);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              setOver(null);
              const said = event.dataTransfer.getData(SPEAKERS_TYPE);
              if (!said) return;
              event.preventDefault();
              onDrop(JSON.parse(said) as string[], guid);
            }}
          >
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
