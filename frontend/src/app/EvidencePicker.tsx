import { Command } from "cmdk";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, type Stance, useFindings } from "../api/findings";
import { Loading } from "../components/Bits";
import { CommandDialog } from "../components/CommandDialog";
import { Balance, StanceMark } from "../places/conclude/Marks";
import { STANCES } from "../places/conclude/stances";
import { goTo } from "./hash";
import {
  lettersOf,
  recentFirst,
  useRecentFindings,
  useWeigh,
  useWeighing,
  type Weighable,
} from "./weighing";
import "./palette.css";
import "../places/conclude/marks.css";

const HELD: Readonly<Record<Stance, string>> = {
  supports: "↵",
  qualifies: "Alt ↵",
  contradicts: "⇧ ↵",
};

function stanceOf(event: Pick<KeyboardEvent, "shiftKey" | "altKey">): Stance {
  if (event.shiftKey) return "contradicts";
  return event.altKey ? "qualifies" : "supports";
}

/** Which finding a passage or a cell is for: found by typing, weighed by the key that chooses it. */
export function EvidencePicker({ what }: { what: Weighable }) {
  const { t } = useTranslation("evidence");
  const { data, isPending } = useFindings();
  const recent = useRecentFindings((one) => one.findings);
  const weigh = useWeigh();
  const [text, setText] = useState("");
  const [at, setAt] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const findings = recentFirst(data ?? [], recent).filter((one) => lettersOf(one).includes(wanted));
  const close = () => useWeighing.setState({ what: null });
  const choose = (finding: Finding | undefined, stance: Stance) => {
    if (!finding) return;
    close();
    void weigh(what, finding, stance);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.shiftKey || event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    choose(findings.find((one) => one.guid === at) ?? findings[0], stanceOf(event));
  };
  return (
    <CommandDialog
      onClose={close}
      label={t("pick")}
      shouldFilter={false}
      value={at}
      onValueChange={setAt}
      className="palette evidence-picker"
      onKeyDownCapture={keys}
    >
      <blockquote className="evidence-quote" dir="auto">
        {what.quote}
      </blockquote>
      <Command.Input value={text} onValueChange={setText} placeholder={t("find")} />
      <Command.List label={t("pick")}>
        {isPending && <Loading />}
        {data && (
          <Command.Empty>
            {data.length > 0 ? t("unknown") : t("none")}{" "}
            <button
              type="button"
              className="link"
              onClick={() => {
                close();
                goTo("/conclude?new");
              }}
            >
              {t("make")}
            </button>
          </Command.Empty>
        )}
        {findings.map((finding) => (
          <Command.Item
            key={finding.guid}
            value={finding.guid}
            className="evidence-line"
            onSelect={() => choose(finding, "supports")}
          >
            <strong>{finding.label}</strong>
            <span className="evidence-statement">{finding.statement}</span>
            <Balance counts={finding.counts} />
          </Command.Item>
        ))}
      </Command.List>
      <footer className="evidence-keys">
        {STANCES.map((stance) => (
          <button
            key={stance}
            type="button"
            onClick={() => choose(findings.find((one) => one.guid === at) ?? findings[0], stance)}
          >
            <StanceMark stance={stance} /> {t(`stance.${stance}`)} <kbd>{HELD[stance]}</kbd>
          </button>
        ))}
      </footer>
    </CommandDialog>
  );
}
