import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Decision, type Disagreement, useSettle } from "../../../api/agreement";
import { lasting } from "../../../api/lasting";
import { run } from "../../../commands/registry";
import { Button } from "../../../components/Button";
import { TextField } from "../../../components/Field";
import { toast, toastProblem } from "../../../components/toasts";
import { placeOf } from "../../../shapes/Quote";
import { useReadOnly } from "../../../stores/read-only";
import { Versions } from "./Versions";
import { type Version, versionsOf } from "./versions";

interface Props {
  disagreement: Disagreement;
  /** Of whom disagreements are listed. */
  coders: readonly string[];
  /** It is being settled, or was not settled after all. */
  onSettled: (key: string, isSettled: boolean) => void;
  onStep: (by: 1 | -1) => void;
}

const MOST = 9;
const LATER = "0";
const BACK = "Backspace";
const REASON = "r";
/** What may be decided beside keeping one's version, each by its key. */
const DECISIONS = { both: "b", neither: "n", outer: "o", inner: "i" } as const;
type Other = keyof typeof DECISIONS;

/** The decisions that differ from keeping one of the versions. */
function othersOf({ choices }: Disagreement, versions: readonly Version[]): Other[] {
  const coded = versions.filter(({ stretches }) => stretches.length > 0).length;
  return (Object.keys(DECISIONS) as Other[]).filter(
    (one) =>
      choices.includes(one) &&
      !(one === "both" && coded < 2) &&
      !(one === "neither" && coded < versions.length),
  );
}

/** One disagreement: its versions side by side, settled by a button or a key. */
export function SettlePanel({ disagreement, coders, onSettled, onStep }: Props) {
  const { t } = useTranslation(["agreement", "shell"]);
  const settle = useSettle();
  const why = useReadOnly();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const { key, code_name, source_name, told } = disagreement;
  const versions = versionsOf(disagreement.had);
  const others = othersOf(disagreement, versions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next one has the keys, too
  useEffect(() => {
    setReason("");
    panel.current?.focus({ preventScroll: true });
  }, [key]);

  const decide = (decision: Decision, kept: string | null) => {
    if (why !== null) return;
    onSettled(key, true);
    lasting(
      settle,
      { disagreement, decision, kept, reason, coders },
      {
        onSuccess: ({ settled: [one] }) =>
          toast(t("settle.done", { code: code_name, told: one?.told ?? "" }), {
            doing: { label: t("shell:undo.undo"), act: () => run("everywhere.undo") },
          }),
        onError: (error) => {
          onSettled(key, false);
          toastProblem(error, t("settle.failed"), t("shell:offline.hint"));
        },
      },
    );
  };
  const doings = new Map<string, () => void>([
    ...versions
      .slice(0, MOST)
      .map(({ coder }, at) => [String(at + 1), () => decide("keep", coder)] as const),
    ...others.map((one) => [DECISIONS[one], () => decide(one, null)] as const),
    [LATER, () => onStep(1)],
    [BACK, () => onStep(-1)],
    [REASON, () => field.current?.focus()],
  ]);
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) {
      if (event.key === "Enter" || event.key === "Escape") panel.current?.focus();
      return;
    }
    const doing = event.ctrlKey || event.metaKey || event.altKey ? null : doings.get(event.key);
    if (!doing) return;
    event.preventDefault();
    doing();
  };
  return (
    <section
      ref={panel}
      className="settle"
      aria-label={t("settle.title", { code: code_name, source: source_name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it has the keys
      tabIndex={0}
      data-keeps={[...doings.keys()].join(" ")}
      onKeyDown={press}
    >
      <header className="settle-head">
        <h2>{code_name}</h2>
        <a href={placeOf(disagreement)}>{t("settle.open", { source: source_name })}</a>
      </header>
      <p>{told}</p>
      <Versions of={disagreement} versions={versions}>
        {(version, at) => (
          <Button
            small
            writes
            {...(at < MOST && { "aria-keyshortcuts": String(at + 1) })}
            onPress={() => decide("keep", version.coder)}
          >
            {at < MOST && <kbd>{at + 1}</kbd>}{" "}
            {version.stretches.length === 0
              ? t("settle.notCoded")
              : t("settle.keep", { name: version.names[0] })}
          </Button>
        )}
      </Versions>
      <TextField
        ref={field}
        label={t("settle.reason")}
        note={t("settle.reasonHint")}
        value={reason}
        onChange={setReason}
      />
      <p className="settle-doings">
        {others.map((one) => (
          <Button
            key={one}
            small
            writes
            aria-keyshortcuts={DECISIONS[one]}
            onPress={() => decide(one, null)}
          >
            <kbd>{DECISIONS[one]}</kbd> {t(`settle.decisions.${one}`)}
          </Button>
        ))}
        <span className="push" />
        <Button small look="quiet" aria-keyshortcuts={BACK} onPress={() => onStep(-1)}>
          <kbd>⌫</kbd> {t("settle.back")}
        </Button>
        <Button small look="quiet" aria-keyshortcuts={LATER} onPress={() => onStep(1)}>
          <kbd>{LATER}</kbd> {t("settle.later")}
        </Button>
      </p>
    </section>
  );
}
