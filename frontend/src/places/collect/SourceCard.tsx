import { useTranslation } from "react-i18next";
import { useCases } from "../../api/cases";
import { useSeen } from "../../api/seen";
import { useSourceCard, useTieSpeaker } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { SourceCard as Card, Source } from "../../api/types";
import { Select } from "../../components/Field";
import { FileMenu } from "../../components/FileMenu";
import { Fold } from "../../components/Fold";
import { FormPanel } from "../../components/FormPanel";
import { MemosAbout } from "../../components/MemosAbout";
import { RemarksOf } from "../../components/RemarksOf";
import { toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";

const NOBODY = "-";

/** Who speaks in a source, and whose words these are. */
function Speakers({ source, speakers }: { source: Source; speakers: Card["speakers"] }) {
  const { t } = useTranslation(["collect", "shell"]);
  const { data: cases } = useCases();
  const tie = useTieSpeaker();
  if (speakers.length === 0) return null;
  const choices = [
    { id: NOBODY, label: t("inspector.nobody") },
    ...(cases ?? []).map(({ guid, name }) => ({ id: guid, label: name })),
  ];
  return (
    <section className="inspector-part" aria-label={t("inspector.speakers")}>
      <h3>{t("inspector.speakers")}</h3>
      {speakers.map(({ name, turns, case: one }) => (
        <div key={name} className="inspector-speaker">
          <span>
            <bdi>{name}</bdi>{" "}
            <small className="muted">{t("inspector.turns", { count: turns })}</small>
          </span>
          <Writing>
            <Select
              label={t("inspector.whose", { name })}
              hidden
              choices={choices}
              value={one?.guid ?? NOBODY}
              onChange={(to) =>
                tie.mutate(
                  { name, source: source.guid, case: to === NOBODY ? null : to },
                  {
                    onError: (error) =>
                      toastProblem(error, t("failed.change"), t("shell:offline.hint")),
                  },
                )
              }
            />
          </Writing>
        </div>
      ))}
    </section>
  );
}

/** The codes used in a source, the most used first. */
function Codes({ source, codes }: { source: Source; codes: Card["codes"] }) {
  const { t } = useTranslation("collect");
  return (
    <section className="inspector-part" aria-label={t("inspector.codes")}>
      <h3>{t("inspector.codes")}</h3>
      {codes.length === 0 && <p className="muted">{t("inspector.noCodes")}</p>}
      <ul className="inspector-codes">
        {codes.map(({ guid, path, colour, codings }) => (
          <li key={guid}>
            <a href={`#/reduce/${source.guid}?code=${guid}`} title={path}>
              <span className="code-dot" style={{ background: colour }} aria-hidden="true" />
              <span className="clip">{path.split("/").at(-1)}</span>
            </a>
            <span className="muted number">{codings}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The summary form of a source, folded away until it is wanted. */
function SourceForm({ source }: { source: Source }) {
  const { t } = useTranslation("memos");
  return (
    <Fold className="inspector-part" title={t("form.ofThis")}>
      <FormPanel about="source" guid={source.guid} kind={source.kind} />
    </Fold>
  );
}

const TRANSCRIPTS = ["srt", "vtt", "eaf", "textgrid"] as const;

/** The transcript with its times, for programs that play it or work on it. */
function Transcript({ source }: { source: Source }) {
  const { t } = useTranslation("collect");
  const study = useStudyId();
  return (
    <div className="inspector-part">
      <FileMenu
        label={t("transcript.label")}
        files={TRANSCRIPTS.map((id) => ({ id, label: t(`transcript.${id}`) }))}
        file={(kind) => ({
          address: `/api/studies/${study}/sources/${source.guid}/transcript.${kind}`,
          name: `${source.name}.${kind}`,
        })}
        done={(file) => t("transcript.done", { file })}
        failed={t("transcript.failed")}
      />
    </div>
  );
}

/** What hangs on a source: speakers, codes, memos, and what its format marks. */
export function SourceCard({ source }: { source: Source }) {
  const { t } = useTranslation("collect");
  const { data: card } = useSourceCard(source.guid);
  const seen = useSeen();
  if (!card) return null;
  const blocks = Object.entries(card.blocks)
    .map(([kind, count]) => t(`blockKinds.${kind as "turn"}`, { count }))
    .join(", ");
  return (
    <>
      <Speakers source={source} speakers={card.speakers} />
      {/* What others coded is not told to who must not see it. */}
      {seen.coders === null && <Codes source={source} codes={card.codes} />}
      <SourceForm key={source.guid} source={source} />
      <MemosAbout about={{ kind: "source", guid: source.guid }} deep />
      <RemarksOf key={`remarks ${source.guid}`} kind="source" guid={source.guid} quiet />
      {card.timed > 0 && <Transcript source={source} />}
      {blocks && <p className="muted inspector-blocks">{t("inspector.blocks", { blocks })}</p>}
    </>
  );
}
