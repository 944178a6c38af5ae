import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { type Finding, type Stance, useFindings } from "../api/findings";
import { useStudy } from "../api/study";
import { useCommands } from "../commands/registry";
import { type Dragged, dropped, useDragged } from "../lib/drag";
import { StanceMark } from "../places/conclude/Marks";
import { STANCES } from "../places/conclude/stances";
import { EvidencePicker } from "./EvidencePicker";
import {
  cellInSight,
  chooseFindingFor,
  recentFirst,
  segmentInSight,
  useRecentFindings,
  useWeigh,
  useWeighing,
} from "./weighing";
import "./evidence-tray.css";

const MOST = 12;

interface ZoneProps {
  label: string;
  className: string;
  onDropped: (dragged: Dragged) => void;
  children: React.ReactNode;
}

/** Where something may be dropped; it lights up while it is over it. */
function Zone({ label, className, onDropped, children }: ZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a target for the pointer; keys have the picker
    <div
      role="group"
      aria-label={label}
      className={className}
      data-over={isOver || undefined}
      onDragEnter={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        const dragged = dropped(event);
        if (dragged) onDropped(dragged);
      }}
    >
      {children}
    </div>
  );
}

interface LineProps {
  finding: Finding;
  onWeigh: (finding: Finding, stance: Stance, dragged: Dragged) => void;
}

function Line({ finding, onWeigh }: LineProps) {
  const { t } = useTranslation("evidence");
  return (
    <li className="tray-finding">
      <p title={finding.statement}>
        <strong>{finding.label}</strong> {finding.statement}
      </p>
      <div className="tray-stances">
        {STANCES.map((stance) => (
          <Zone
            key={stance}
            className={`tray-zone ${stance}`}
            label={t("zone", { label: finding.label, stance: t(`stance.${stance}`) })}
            onDropped={(dragged) => onWeigh(finding, stance, dragged)}
          >
            <StanceMark stance={stance} />
            {t(`stance.${stance}`)}
          </Zone>
        ))}
      </div>
    </li>
  );
}

/** The findings at the window's edge while a passage is dragged, each with three places to drop. */
function Tray() {
  const { t } = useTranslation("evidence");
  const { data: findings } = useFindings();
  const recent = useRecentFindings((one) => one.findings);
  const weigh = useWeigh();
  // The finding on the page comes first; where the codes are at that edge, the tray is at the other.
  const [path] = useLocation();
  const here = /^\/conclude\/(.+)/.exec(path)?.[1];
  const order = here ? [here, ...recent] : recent;
  const shown = recentFirst(findings ?? [], order).slice(0, MOST);
  return (
    <aside
      className="tray"
      data-away={path.startsWith("/reduce") || undefined}
      aria-label={t("title")}
    >
      <h2>{t("title")}</h2>
      {findings?.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {shown.map((finding) => (
          <Line
            key={finding.guid}
            finding={finding}
            onWeigh={(to, stance, { segment }) => segment && void weigh(segment, to, stance)}
          />
        ))}
      </ul>
      <Zone
        className="tray-zone tray-more"
        label={t("another")}
        onDropped={({ segment }) => segment && chooseFindingFor(segment)}
      >
        {t("another")}
      </Zone>
    </aside>
  );
}

/** Evidence from wherever a passage is: dragged to the edge of the window, or by a key. */
export default function EvidenceTray() {
  const dragged = useDragged();
  const chosen = useWeighing((weighing) => weighing.what);
  const { data: study } = useStudy();
  const writable = study !== undefined && !study.read_only;
  useCommands(
    writable
      ? {
          "everywhere.evidence": () => {
            const what = segmentInSight() ?? cellInSight();
            if (!what) return false;
            chooseFindingFor(what);
            return true;
          },
        }
      : {},
  );
  if (!writable) return null;
  return (
    <>
      {dragged?.segment && <Tray />}
      {chosen && <EvidencePicker what={chosen} />}
    </>
  );
}
