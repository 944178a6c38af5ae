import { useTranslation } from "react-i18next";
import { type Evidence, type Finding, useEvidenceWrites } from "../../api/findings";
import { useUndoOf } from "../../api/history";
import { IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { toast } from "../../components/toasts";
import { dated } from "../../lib/dates";
import { type CodeNames, Quote } from "../../shapes/Quote";
import { STANCES, type Stance } from "./board";
import { StanceMark } from "./Marks";
import { StancePicker } from "./StancePicker";
import { useRefusal } from "./saving";

const WEIGHTS = ["none", "0", "1", "2", "3", "4", "5", "6"] as const;

interface PieceProps {
  piece: Evidence;
  finding: Finding;
  codes: CodeNames;
  readOnly: boolean;
}

function Piece({ piece, finding, codes, readOnly }: PieceProps) {
  const { t } = useTranslation("conclude");
  const { change, remove } = useEvidenceWrites(finding.guid);
  const undo = useUndoOf();
  const refused = useRefusal();
  const save = (patch: { stance?: Stance; weight?: number | null; why?: string }) =>
    change.mutate({ of: piece, ...patch }, { onError: (error) => refused(error, patch.why ?? "") });
  const discard = () =>
    remove.mutate(piece, {
      onSuccess: ({ seq }) =>
        toast(t("evidence.removed"), {
          doing: {
            label: t("finding.undo"),
            act: () => undo.mutateAsync(seq).catch(refused),
          },
        }),
      onError: (error) => refused(error),
    });
  const doings = (
    <div className="evidence-doings">
      <StancePicker
        value={piece.stance as Stance}
        readOnly={readOnly}
        onChange={(stance) => save({ stance })}
      />
      <Select
        label={t("evidence.weight")}
        bare
        disabled={readOnly}
        choices={WEIGHTS.map((id) => ({ id, label: id === "none" ? t("evidence.noWeight") : id }))}
        value={piece.weight === null ? "none" : (String(piece.weight) as "0")}
        onChange={(id) => save({ weight: id === "none" ? null : Number(id) })}
      />
      <span className="muted evidence-by">
        {t("evidence.by", { by: piece.by, date: dated(piece.created) })}
      </span>
      {!readOnly && <IconButton icon="trash" label={t("evidence.remove")} onPress={discard} />}
    </div>
  );
  const why = (
    <Editable
      className="why"
      label={t("evidence.why")}
      hidden
      placeholder={readOnly ? "" : t("evidence.whyNone")}
      value={piece.why}
      readOnly={readOnly}
      onSave={(text) => save({ why: text })}
    />
  );
  return (
    <li className="evidence">
      {piece.segment ? (
        <Quote segment={piece.segment} codes={codes}>
          {why}
          {doings}
        </Quote>
      ) : (
        <div className="quote">
          <p className="evidence-lost">{t("evidence.lost", { text: piece.lost ?? "" })}</p>
          {why}
          {doings}
        </div>
      )}
    </li>
  );
}

interface Props {
  finding: Finding;
  evidence: readonly Evidence[];
  codes: CodeNames;
  readOnly: boolean;
}

/** What supports a finding, what qualifies it and what contradicts it, the strongest first. */
export function EvidenceList({ finding, evidence, codes, readOnly }: Props) {
  const { t } = useTranslation("conclude");
  return STANCES.map((stance) => {
    const pieces = evidence.filter((piece) => piece.stance === stance);
    return (
      <section
        key={stance}
        id={`evidence-${stance}`}
        className="evidence-group"
        aria-labelledby={`evidence-${stance}-title`}
      >
        <h2 id={`evidence-${stance}-title`} tabIndex={-1}>
          <StanceMark stance={stance} /> {t(`groups.${stance}`)}{" "}
          <span className="muted number">{pieces.length}</span>
        </h2>
        {pieces.length === 0 ? (
          <p className="muted">{t(`groups.none.${stance}`)}</p>
        ) : (
          <ul>
            {pieces.map((piece) => (
              <Piece
                key={piece.guid}
                piece={piece}
                finding={finding}
                codes={codes}
                readOnly={readOnly}
              />
            ))}
          </ul>
        )}
      </section>
    );
  });
}
