import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { Badge } from "../../components/Bits";
import { IconButton } from "../../components/Button";
import { Menu, type MenuLine } from "../../components/Menu";
import { startDrag } from "../../lib/drag";
import { STATUSES, type Status, standing, tally } from "./board";
import { Balance, OutcomeMark } from "./Marks";
import { isOnlyPlausible } from "./Plausible";

interface Props {
  finding: Finding;
  question: string | null;
  readOnly: boolean;
  /** What is dragged would come to stand before it. */
  isBelowDrop: boolean;
  /** What it would stand before one place higher, and one lower; `undefined` where there is none. */
  above: string | null | undefined;
  below: string | null | undefined;
  onMove: (finding: Finding, status: Status, before: string | null) => void;
}

/** The ways a card is moved without dragging it. */
function useMoves({ finding, above, below, onMove }: Props) {
  const { t } = useTranslation("conclude");
  const at = STATUSES.indexOf(finding.status as Status);
  const status = STATUSES[Math.max(at, 0)] ?? STATUSES[0];
  const along = (step: number) => {
    const to = STATUSES[at + step];
    if (to) onMove(finding, to, null);
  };
  const within = (before: string | null | undefined) => {
    if (before !== undefined) onMove(finding, status, before);
  };
  const byKey = new Map([
    ["ArrowLeft", () => along(-1)],
    ["ArrowRight", () => along(1)],
    ["ArrowUp", () => within(above)],
    ["ArrowDown", () => within(below)],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? byKey.get(event.key) : undefined;
    if (!move) return;
    // Elsewhere these keys go through the browser's own history.
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const lines: MenuLine[] = [
    ...STATUSES.filter((one) => one !== finding.status).map((one) => ({
      id: one,
      label: t("card.moveTo", { status: t(`status.${one}`) }),
      hint: STATUSES[at + 1] === one ? "Alt →" : STATUSES[at - 1] === one ? "Alt ←" : "",
      onAction: () => onMove(finding, one, null),
    })),
    {
      id: "up",
      label: t("card.up"),
      hint: "Alt ↑",
      apart: true,
      disabled: above === undefined,
      onAction: () => within(above),
    },
    {
      id: "down",
      label: t("card.down"),
      hint: "Alt ↓",
      disabled: below === undefined,
      onAction: () => within(below),
    },
  ];
  return { onKeyDown, lines };
}

/** The checks in short: what fails by name, the rest by number. */
function ChecksInShort({ checks }: Pick<Finding, "checks">) {
  const { t } = useTranslation("conclude");
  const pressing = checks.filter((check) => standing(check) === "fails");
  const quiet = tally(checks).filter(({ outcome }) => ["weak", "holds"].includes(outcome));
  return (
    <ul className="finding-checks" aria-label={t("card.checks")}>
      {pressing.map((check) => (
        <li key={check.tactic}>
          <OutcomeMark outcome={standing(check)} /> {check.title}
        </li>
      ))}
      {quiet.map(({ outcome, count }) => (
        <li key={outcome}>
          <OutcomeMark outcome={outcome} /> {t("card.checkCount", { count })}
        </li>
      ))}
    </ul>
  );
}

/** A finding on the board: what it says, what stands for and against it, how it was tested. */
export function Card(props: Props) {
  const { finding, question, readOnly, isBelowDrop } = props;
  const { t } = useTranslation(["conclude", "tested"]);
  const { onKeyDown, lines } = useMoves(props);
  const stale = finding.checks.filter((check) => check.stale).length;
  const lacks = finding.lacking[finding.status] ?? [];
  const confidence = finding.confidence as "high" | null;
  return (
    <article
      className="finding-card"
      data-finding={finding.guid}
      data-before={isBelowDrop || undefined}
      draggable={!readOnly}
      onDragStart={(event) => startDrag(event, { finding: finding.guid })}
    >
      <p className="finding-label">
        <strong>{finding.label}</strong> {t(`kind.${finding.kind as "pattern"}`)}
        {confidence && (
          <>
            {" "}
            ·{" "}
            {t("card.confidence", {
              confidence: t(`confidence.${confidence}`).toLocaleLowerCase(),
            })}
          </>
        )}
      </p>
      {isOnlyPlausible(finding) && (
        <p className="finding-plausible">
          <Badge tone="warn">{t("tested:plausible.only")}</Badge>
        </p>
      )}
      {!readOnly && (
        <Menu label={t("card.move", { label: finding.label })} lines={lines}>
          <IconButton icon="more" size={16} label={t("card.move", { label: finding.label })} />
        </Menu>
      )}
      <a
        className="finding-statement"
        href={`#/conclude/${finding.guid}`}
        draggable={false}
        {...(!readOnly && { onKeyDown, "aria-keyshortcuts": "Alt+ArrowLeft Alt+ArrowRight" })}
      >
        {finding.statement}
      </a>
      {question && <p className="finding-question">{question}</p>}
      <Balance counts={finding.counts} />
      {finding.unweighed > 0 && (
        <p className="finding-unweighed">{t("card.unweighed", { count: finding.unweighed })}</p>
      )}
      {finding.checks.length > 0 && <ChecksInShort checks={finding.checks} />}
      {stale > 0 && <p className="finding-stale">{t("card.stale", { count: stale })}</p>}
      {lacks.length > 0 && (
        <p className="finding-stale">
          {t("card.lacks", { status: t(`status.${finding.status as Status}`) })}{" "}
          {lacks.map((lack) => lack.sentence).join(" ")}
        </p>
      )}
    </article>
  );
}
