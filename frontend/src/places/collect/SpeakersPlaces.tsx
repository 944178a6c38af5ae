import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Speaker } from "../../api/speakers";
import { type CaseName, SpeakerCase } from "./SpeakersCase";

interface Props {
  one: Speaker;
  cases: readonly CaseName[];
  onTie: (source: string, to: string | null, said: string) => void;
}

/** A speaker in each source: whose words these are there, where it is otherwise than everywhere. */
export function SpeakersPlaces({ one, cases, onTie }: Props) {
  const { t } = useTranslation("cases");
  const nameOf = (guid: string | null) => cases.find((other) => other.guid === guid)?.name ?? "";
  return one.places.map((place) => (
    <tr key={place.source} className="speaker-place">
      <td />
      <th scope="row">
        <Link href={`/reduce/${place.source}`}>{place.name}</Link>
        {place.own && <small className="muted">{t("speakers.inOne")}</small>}
      </th>
      <td className="number">{place.turns}</td>
      <td />
      <td>
        <SpeakerCase
          label={t("speakers.caseIn", { name: one.name, source: place.name })}
          none={t("speakers.asAll")}
          cases={cases}
          value={place.own ? place.case : null}
          onTie={(to) =>
            onTie(
              place.source,
              to,
              to
                ? t("speakers.tied", { name: one.name, case: nameOf(to) })
                : t("speakers.untied", { name: one.name }),
            )
          }
        />
      </td>
    </tr>
  ));
}
