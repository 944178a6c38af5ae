import { useTranslation } from "react-i18next";
import { useFindings } from "../../../api/findings";
import { useUndoOf } from "../../../api/history";
import { type Passage, type PassagePatch, usePassageWrites } from "../../../api/manuscripts";
import { Badge } from "../../../components/Bits";
import { Button, IconButton } from "../../../components/Button";
import { Editable } from "../../../components/Editable";
import { Checkbox } from "../../../components/Field";
import { toast } from "../../../components/toasts";
import { placeOf } from "../../../shapes/Quote";
import { StanceMark } from "../Marks";
import { useRefusal } from "../saving";
import type { Stance } from "../stances";
import { Compared } from "./Compared";
import { toneOf } from "./standings";

interface Props {
  passage: Passage;
  manuscript: string;
  readOnly: boolean;
  onStep: (by: 1 | -1) => void;
}

function Source({ passage }: { passage: Passage }) {
  const { t } = useTranslation("manuscripts");
  const { source, source_name: name, source_start: start, source_end: end } = passage;
  if (source === null || name === null)
    return <p className="muted">{passage.quotation ? t("source.none") : t("source.byHand")}</p>;
  if (start === null || end === null)
    return <p className="passage-gone">{t("source.gone", { name, words: passage.excerpt })}</p>;
  return (
    <div className="passage-source">
      <h3>{t("source.title")}</h3>
      <blockquote dir="auto">{passage.excerpt}</blockquote>
      <a href={placeOf({ source, start, end })}>{t("source.open", { name })}</a>
    </div>
  );
}

/** The findings a passage tells, those offered for it, and all others. */
function Findings({
  passage,
  readOnly,
  save,
}: Pick<Props, "passage" | "readOnly"> & {
  save: (patch: PassagePatch) => void;
}) {
  const { t } = useTranslation("manuscripts");
  const { data: all } = useFindings();
  const told = new Map(passage.findings.map((one) => [one.guid, one]));
  const offered = new Map(passage.offered.map((one) => [one.guid, one]));
  const near = (guid: string) => told.has(guid) || offered.has(guid);
  const findings = [...(all ?? [])].sort((a, b) => Number(near(b.guid)) - Number(near(a.guid)));
  const turn = (guid: string, on: boolean) => {
    const others = [...told.keys()].filter((one) => one !== guid);
    save({ findings: on ? [...others, guid] : others });
  };
  return (
    <fieldset className="passage-findings">
      <legend className="field-label">{t("findings")}</legend>
      {findings.length === 0 && <p className="muted">{t("noFindings")}</p>}
      {findings.map((one) => (
        <Checkbox
          key={one.guid}
          isSelected={told.has(one.guid)}
          isDisabled={readOnly}
          onChange={(on) => turn(one.guid, on)}
        >
          <span>
            <strong>{one.label}</strong> {one.statement}{" "}
            {(told.get(one.guid) ?? offered.get(one.guid))?.stances.map((stance) => (
              <StanceMark key={stance} stance={stance as Stance} />
            ))}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** A passage with what it rests on: how it quotes that, what it tells, what is said of it. */
export function PassagePanel({ passage, manuscript, readOnly, onStep }: Props) {
  const { t } = useTranslation("manuscripts");
  const { change, remove } = usePassageWrites(manuscript);
  const undo = useUndoOf();
  const refused = useRefusal();
  const save = (patch: PassagePatch) =>
    change.mutate(
      { of: passage, ...patch },
      { onError: (error) => refused(error, patch.note ?? "") },
    );
  const discard = () =>
    remove.mutate(passage, {
      onSuccess: ({ seq }) =>
        toast(t("untied"), {
          doing: { label: t("undo"), act: () => undo.mutateAsync(seq).catch(refused) },
        }),
      onError: (error) => refused(error),
    });
  const canTie = passage.source !== null || passage.findings.length > 0;
  return (
    <article className="passage" aria-label={t("passage", { number: passage.number })}>
      <header>
        <h2>{t("passage", { number: passage.number })}</h2>
        <Badge tone={toneOf(passage.standing)}>{t(`standing.${passage.standing}`)}</Badge>
        <span className="passage-step">
          <IconButton icon="up" label={t("previous")} onPress={() => onStep(-1)} />
          <IconButton icon="down" label={t("next")} onPress={() => onStep(1)} />
        </span>
      </header>
      <Compared passage={passage} />
      <Source passage={passage} />
      {!readOnly && (
        <div className="passage-doings">
          {passage.state !== "tied" && (
            <Button look="primary" isDisabled={!canTie} onPress={() => save({ state: "tied" })}>
              {t("tie")}
            </Button>
          )}
          {passage.state !== "set aside" && (
            <Button onPress={() => save({ state: "set aside" })}>{t("setAside")}</Button>
          )}
          <Button look="quiet" onPress={discard}>
            {t("untie")}
          </Button>
        </div>
      )}
      <Findings passage={passage} readOnly={readOnly} save={save} />
      <Editable
        label={t("note")}
        placeholder={t("noteNone")}
        value={passage.note}
        readOnly={readOnly}
        onSave={(note) => save({ note })}
      />
      <Editable
        label={t("translation")}
        value={passage.translation}
        readOnly={readOnly}
        onSave={(translation) => save({ translation })}
      />
      {passage.translation !== "" && (
        <Editable
          label={t("translator")}
          value={passage.translator}
          readOnly={readOnly}
          onSave={(translator) => save({ translator })}
        />
      )}
    </article>
  );
}
