import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Evidence, type Finding, useEvidenceWrites } from "../../api/findings";
import { useUndoOf } from "../../api/history";
import { addressOfThing } from "../../app/address";
import { IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { RemarksOf } from "../../components/RemarksOf";
import { toast } from "../../components/toasts";
import { dated } from "../../lib/dates";
import { type CodeNames, Quote } from "../../shapes/Quote";
import type { Stance } from "./board";
import { CellThen } from "./CellThen";
import { Circumstances } from "./Circumstances";
import { StancePicker } from "./StancePicker";
import { useRefusal } from "./saving";
import { Translations } from "./Translations";
import { WEIGHED } from "./weighing-keys";

const WEIGHTS = ["none", "0", "1", "2", "3", "4", "5", "6"] as const;

interface PieceProps {
  piece: Evidence;
  finding: Finding;
  codes: CodeNames;
  readOnly: boolean;
}

/** A piece of evidence: its words, why it counts, where it stands and how much it weighs. */
export function Piece({ piece, finding, codes, readOnly }: PieceProps) {
  const { t } = useTranslation(["conclude", "tested"]);
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
  const isMade = piece.weight === null && piece.weighs !== null;
  const unweighted = isMade
    ? t("tested:circumstances.made", { count: piece.weighs ?? 0 })
    : t("evidence.noWeight");
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
        choices={WEIGHTS.map((id) => ({ id, label: id === "none" ? unweighted : id }))}
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
    <li
      className="evidence"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that weigh act on it
      tabIndex={0}
      {...{ [WEIGHED]: piece.guid }}
    >
      {piece.segment ? (
        <Quote segment={piece.segment} codes={codes} dragged={{ evidence: piece.guid }}>
          {why}
          {doings}
          <Translations piece={piece} readOnly={readOnly} />
          <Circumstances piece={piece} readOnly={readOnly} />
          <RemarksOf kind="evidence" guid={piece.guid} passage={piece.segment.text} quiet />
        </Quote>
      ) : (
        <div className="quote">
          {piece.cell ? (
            <CellThen cited={piece.cell} />
          ) : piece.thing ? (
            <p>
              <Link href={addressOfThing(piece.thing)}>{piece.thing.label}</Link>
            </p>
          ) : (
            <p className="evidence-lost">{t("evidence.lost", { text: piece.lost ?? "" })}</p>
          )}
          {why}
          {doings}
        </div>
      )}
    </li>
  );
}
