import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Decision, type Disagreement, useSettle } from "../../../api/agreement";
import { lasting } from "../../../api/lasting";
import { run } from "../../../commands/registry";
import { Button } from "../../../components/Button";
import { Checkbox, TextField } from "../../../components/Field";
import { toast, toastProblem } from "../../../components/toasts";
import { placeOf } from "../../../shapes/Quote";
import { useReadOnly } from "../../../stores/read-only";
import { type Other, othersOf } from "./together";
import { Versions } from "./Versions";
import { versionsOf } from "./versions";

interface Props {
  disagreement: Disagreement;
  /** Those of other codes at the same place, which can be settled with it. */
  beside: readonly Disagreement[];
  /** Of whom disagreements are listed. */
  coders: readonly string[];
  /** They are being settled, or were not settled after all. */
  onSettled: (keys: readonly string[], isSettled: boolean) => void;
  onStep: (by: 1 | -1) => void;
}

const MOST = 9;
const LATER = "0";
const BACK = "Backspace";
const REASON = "r";
const ALIKE = "a";
/** What may be decided beside keeping one's version, each by its key. */
const DECISIONS: Record<Other, string> = { both: "b", neither: "n", outer: "o", inner: "i" };

/** One disagreement: its versions side by side, settled by a button or a key, those of other codes at the
 * same place with it if that is wanted. */
export function SettlePanel({ disagreement, beside, coders, onSettled, onStep }: Props) {
  const { t } = useTranslation(["agreement", "shell"]);
  const settle = useSettle();
  const why = useReadOnly();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { key, code_name, source_name, told } = disagreement;
  const versions = versionsOf(disagreement.had);
  const chosen = [disagreement, ...beside.filter((one) => ticked.includes(one.key))];
  const others = othersOf(chosen);
  const isAlike = beside.every((one) => ticked.includes(one.key));
  const tickAll = () => setTicked(isAlike ? [] : beside.map((one) => one.key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next one has the keys, too
  useEffect(() => {
    setReason("");
    setTicked([]);
    panel.current?.focus({ preventScroll: true });
  }, [key]);

  const decide = (decision: Decision, kept: string | null) => {
    if (why !== null) return;
    const keys = chosen.map((one) => one.key);
    onSettled(keys, true);
    lasting(
      settle,
      { disagreements: chosen, decision, kept, reason, coders },
      {
        onSuccess: ({ settled: [one, ...more] }) =>
          toast(
            more.length > 0
              ? t("settle.doneAll", { count: more.length + 1 })
              : t("settle.done", { code: code_name, told: one?.told ?? "" }),
            { doing: { label: t("shell:undo.undo"), act: () => run("everywhere.undo") } },
          ),
        onError: (error) => {
          onSettled(keys, false);
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
    ...(beside.length > 0 ? [[ALIKE, tickAll] as const] : []),
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
            {version.stretches.length === 0 && chosen.length === 1
              ? t("settle.notCoded")
              : t("settle.keep", { name: version.names[0] })}
          </Button>
        )}
      </Versions>
      {beside.length > 0 && (
        <fieldset className="settle-beside">
          <legend>{t("settle.beside")}</legend>
          {beside.map((one) => (
            <Checkbox
              key={one.key}
              isSelected={ticked.includes(one.key)}
              onChange={(on) =>
                setTicked(on ? [...ticked, one.key] : ticked.filter((other) => other !== one.key))
              }
            >
              <span>
                <strong>{one.code_name}</strong> <span className="muted">{one.told}</span>
              </span>
            </Checkbox>
          ))}
        </fieldset>
      )}
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
