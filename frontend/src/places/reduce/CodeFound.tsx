import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { type Rule, useCodeByRule } from "../../api/codings";
import { lasting } from "../../api/lasting";
import type { Code } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { toast, toastProblem } from "../../components/toasts";
import { useUi } from "../../stores/ui";
import { CodeSearch } from "./CodeSearch";
import { Swatch } from "./Swatch";

export interface FoundProps {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  onClose: () => void;
}

interface Props extends Omit<FoundProps, "onClose"> {
  /** What is to be coded: a rule without its code and unit. */
  what: Partial<Omit<Rule, "code" | "unit">>;
  count: number;
  /** So many of them were chosen; 0: all are meant. */
  chosen: number;
  onDone: () => void;
}

const UNITS = ["match", "sentence", "block"] as const;

/** Codes what was found, all of it or what was chosen, in one step; first it says what that would do. */
export function CodeFound({ codes, inks, what, count, chosen, onDone }: Props) {
  const { t } = useTranslation(["desk", "shell"]);
  const recent = useUi((ui) => ui.recent);
  const markUsed = useUi((ui) => ui.useCodes);
  const [code, setCode] = useState<Code | null>(null);
  const [unit, setUnit] = useState<(typeof UNITS)[number]>("match");
  const trying = useCodeByRule();
  const doing = useCodeByRule();
  const { undo } = useUndoing();
  const rule: Rule = { ...what, code: code?.guid ?? "", unit } as Rule;
  const asked = JSON.stringify(rule);
  const { mutate: tryOut, reset } = trying;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rule as it is written
  useEffect(() => {
    if (!code) return reset();
    const timer = setTimeout(() => tryOut({ rule, dryRun: true }), 250);
    return () => clearTimeout(timer);
  }, [asked, tryOut, reset]);
  const failed = (error: unknown) =>
    toastProblem(error, t("coding.failed"), t("shell:offline.hint"));
  const apply = () => {
    if (!code) return;
    lasting(
      doing,
      { rule, dryRun: false },
      {
        onSuccess: ({ coded }) => {
          markUsed([code.guid]);
          onDone();
          if (coded === 0) toast(t("coding.nothing"));
          else {
            toast(t("coding.done", { count: coded, name: code.name }), {
              tone: "good",
              doing: { label: t("shell:undo.undo"), act: undo },
            });
          }
        },
        onError: failed,
      },
    );
  };
  if (!code) {
    return (
      <footer className="code-found">
        <CodeSearch
          codes={codes}
          inks={inks}
          recent={recent}
          label={t("coding.with")}
          folds
          onPick={setCode}
        />
      </footer>
    );
  }
  const would = trying.data;
  return (
    <footer className="code-found">
      <p className="code-found-code">
        <Swatch ink={inks.get(code.guid)} />
        <strong className="clip">{code.name}</strong>
        <span className="push" />
        <Button small look="quiet" onPress={() => setCode(null)}>
          {t("coding.other")}
        </Button>
      </p>
      <Segmented
        small
        label={t("coding.unit")}
        value={unit}
        choices={UNITS.map((id) => ({ id, label: t(`coding.units.${id}`) }))}
        onChange={setUnit}
      />
      <p className="muted" role="status">
        {would &&
          t("coding.would", {
            count: would.fresh,
            sources: would.sources,
            there: would.found - would.fresh,
          })}
        {trying.error instanceof Error && trying.error.message}
      </p>
      <Button
        look="primary"
        isPending={doing.isPending}
        isDisabled={would?.fresh === 0}
        onPress={apply}
      >
        {chosen > 0 ? t("coding.chosen", { count: chosen }) : t("coding.all", { count })}
      </Button>
    </footer>
  );
}
