import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Arrow, Box, Drawing } from "../../../api/networks";
import { Button, IconButton } from "../../../components/Button";
import { type Passage, PassageFinder } from "../../../components/PassageFinder";
import { placeOf } from "../../../shapes/Quote";

interface Props {
  of: Box | Arrow;
  drawing: Drawing;
  writable: boolean;
  /** The names of codes whose passages are worth a look. */
  codes: readonly string[];
  onProblem: (error: unknown) => void;
}

/** The passages that a box or arrow rests on, and finding more of them. */
export function Grounds({ of, drawing, writable, codes, onProblem }: Props) {
  const { t } = useTranslation("networks");
  const [adding, setAdding] = useState(false);
  const owner = "origin" in of ? { edge: of.guid } : { node: of.guid };
  const add = ({ segment, source, start, end }: Passage) =>
    drawing.addGround.mutate(segment ? { ...owner, segment } : { ...owner, source, start, end }, {
      onError: onProblem,
    });
  return (
    <section className="net-grounds" aria-label={t("evidence")}>
      <h3>{t("evidence")}</h3>
      {of.evidence.length === 0 && <p className="muted">{t("noEvidence")}</p>}
      <ul>
        {of.evidence.map((one) => (
          <li key={one.link}>
            <q className={one.lost ? "net-lost" : ""}>
              <bdi>{one.text}</bdi>
            </q>
            <span className="net-ground-foot">
              {one.lost ? (
                <em>{t("lost")}</em>
              ) : (
                <a href={placeOf(one)}>
                  <bdi>{one.source_name}</bdi>
                </a>
              )}
              {writable && (
                <IconButton
                  icon="close"
                  size={13}
                  label={t("takeAway")}
                  onPress={() => drawing.removeGround.mutate(one.link, { onError: onProblem })}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {writable &&
        (adding ? (
          <PassageFinder
            taken={new Set(of.evidence.map(({ segment }) => segment))}
            codes={codes}
            onAdd={add}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Button small icon="evidence" onPress={() => setAdding(true)}>
            {t("addEvidence")}
          </Button>
        ))}
    </section>
  );
}
