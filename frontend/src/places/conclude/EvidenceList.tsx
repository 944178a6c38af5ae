import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence, Finding } from "../../api/findings";
import { type Dragged, dropped, isOurs, useDragged } from "../../lib/drag";
import type { CodeNames } from "../../shapes/Quote";
import { STANCES, type Stance } from "./board";
import { StanceMark } from "./Marks";
import { Piece } from "./Piece";
import "./evidence.css";

interface Props {
  finding: Finding;
  evidence: readonly Evidence[];
  codes: CodeNames;
  readOnly: boolean;
  onDropped: (dragged: Dragged, stance: Stance) => void;
}

function Group({ stance, ...props }: Props & { stance: Stance }) {
  const { finding, evidence, codes, readOnly, onDropped } = props;
  const { t } = useTranslation("conclude");
  const dragged = useDragged();
  const [isOver, setOver] = useState(false);
  const pieces = evidence.filter((piece) => piece.stance === stance);
  const takes = !readOnly && Boolean(dragged?.evidence ?? dragged?.segment);
  return (
    <section
      id={`evidence-${stance}`}
      className="evidence-group"
      data-takes={takes || undefined}
      data-over={(takes && isOver) || undefined}
      aria-labelledby={`evidence-${stance}-title`}
      onDragOver={(event) => {
        if (!takes || !isOurs(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const found = dropped(event);
        if (!found || readOnly) return;
        event.preventDefault();
        onDropped(found, stance);
      }}
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
}

/** What supports a finding, what qualifies it and what contradicts it, the strongest first. */
export function EvidenceList(props: Props) {
  return (
    <div className="evidence-columns">
      {STANCES.map((stance) => (
        <Group key={stance} stance={stance} {...props} />
      ))}
    </div>
  );
}
