import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { dropped, isOurs, useDragged } from "../../lib/drag";
import type { Status } from "./board";
import { Card } from "./Card";

interface Props {
  status: Status;
  findings: readonly Finding[];
  questions: ReadonlyMap<string, string>;
  readOnly: boolean;
  /** Puts a finding before another of this column, or at its end. */
  onPlace: (guid: string, before: string | null) => void;
  onMove: (finding: Finding, status: Status, before: string | null) => void;
}

/** The card a drop at this height stands before; `null` is the end. */
function cardBelow(column: HTMLElement, height: number, moved: string | null): string | null {
  const cards = [...column.querySelectorAll<HTMLElement>("[data-finding]")];
  const below = cards.find((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return card.dataset.finding !== moved && height < (top + bottom) / 2;
  });
  return below?.dataset.finding ?? null;
}

/** The findings of one status; a card is dropped where it is to stand. */
export function Column({ status, findings, questions, readOnly, onPlace, onMove }: Props) {
  const { t } = useTranslation("conclude");
  const moved = useDragged()?.finding ?? null;
  const [before, setBefore] = useState<string | null | undefined>(undefined);
  const isTarget = !readOnly && moved !== null && before !== undefined;
  return (
    <section
      data-empty={findings.length === 0 || undefined}
      data-over={isTarget || undefined}
      aria-labelledby={`status-${status}`}
      onDragOver={(event) => {
        if (readOnly || !isOurs(event) || moved === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setBefore(cardBelow(event.currentTarget, event.clientY, moved));
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setBefore(undefined);
      }}
      onDrop={(event) => {
        setBefore(undefined);
        const finding = dropped(event)?.finding;
        if (!finding || readOnly) return;
        event.preventDefault();
        onPlace(finding, cardBelow(event.currentTarget, event.clientY, finding));
      }}
    >
      <header>
        <h2 id={`status-${status}`}>
          {t(`status.${status}`)} <span className="muted number">{findings.length}</span>
        </h2>
        <p className="muted">{t(`statusAbout.${status}`)}</p>
      </header>
      {findings.map((finding, at) => (
        <Card
          key={finding.guid}
          finding={finding}
          question={questions.get(finding.question ?? "") ?? null}
          readOnly={readOnly}
          isBelowDrop={isTarget && before === finding.guid}
          above={at > 0 ? (findings[at - 1]?.guid ?? null) : undefined}
          below={at < findings.length - 1 ? (findings[at + 2]?.guid ?? null) : undefined}
          onMove={onMove}
        />
      ))}
      {isTarget && before === null && <div className="board-drop" aria-hidden="true" />}
    </section>
  );
}
