import { useTranslation } from "react-i18next";
import type { Evidence } from "../../api/findings";
import { Fold } from "../../components/Fold";
import { Segmented } from "../../components/Segmented";
import { NAMES, type Said, saidOf, useSaying } from "./circumstances";
import "./circumstances.css";

const CHOICES: readonly Said[] = ["yes", "no", "none"];

/** The circumstances of a piece of evidence, each yes, no or not recorded; folded at first. */
export function Circumstances({ piece, readOnly }: { piece: Evidence; readOnly: boolean }) {
  const { t } = useTranslation("tested");
  const say = useSaying();
  const count = Object.keys(piece.circumstances).length;
  return (
    <Fold
      className="circumstances"
      title={
        <>
          {t("circumstances.title")}
          {count > 0 && <span className="muted"> · {t("circumstances.count", { count })}</span>}
        </>
      }
    >
      <ul>
        {NAMES.map((name) => (
          <li key={name}>
            <span aria-hidden="true">{t(`circumstances.names.${name}`)}</span>
            <Segmented<Said>
              small
              label={t(`circumstances.names.${name}`)}
              value={saidOf(piece.circumstances, name)}
              readOnly={readOnly}
              choices={CHOICES.map((id) => ({
                id,
                label: id === "none" ? <NotRecorded /> : t(`circumstances.${id}`),
              }))}
              onChange={(said) => say(piece, name, said)}
            />
          </li>
        ))}
      </ul>
      <p className="field-note">{t("circumstances.hint")}</p>
    </Fold>
  );
}

function NotRecorded() {
  const { t } = useTranslation("tested");
  return (
    <span title={t("circumstances.none")}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("circumstances.none")}</span>
    </span>
  );
}
