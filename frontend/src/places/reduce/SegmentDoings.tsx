import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useChangeCodings, useRemoveManyCodings } from "../../api/codings";
import { lasting } from "../../api/lasting";
import type { Code } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { toast, toastProblem } from "../../components/toasts";
import { CodeSearch } from "./CodeSearch";
import { Weight } from "./Weight";

interface Props {
  codings: readonly string[];
  /** So many segments. */
  count: number;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  onDone: () => void;
}

type Step = "recode" | "add" | "weigh";

/** What can be done with the chosen segments, each in one step that is undone in one. */
export function SegmentDoings({ codings, count, codes, inks, onDone }: Props) {
  const { t } = useTranslation(["desk", "shell"]);
  const [step, setStep] = useState<Step | null>(null);
  const change = useChangeCodings();
  const remove = useRemoveManyCodings();
  const { undo } = useUndoing();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (step === "recode" || step === "add") field.current?.focus();
  }, [step]);
  const failed = (error: unknown) =>
    toastProblem(error, t("segments.failed"), t("shell:offline.hint"));
  const done = (words: string, changed: number) => {
    setStep(null);
    onDone();
    toast(
      changed > 0 ? words : t("segments.nothing"),
      changed > 0 ? { tone: "good", doing: { label: t("shell:undo.undo"), act: undo } } : {},
    );
  };
  const take = (code: Code) => {
    const what = step === "add" ? { add: [code.guid] } : { code: code.guid };
    const told = step === "add" ? "segments.added" : "segments.recoded";
    lasting(
      change,
      { codings, what },
      {
        onSuccess: ({ changed }) => done(t(told, { count: changed, name: code.name }), changed),
        onError: failed,
      },
    );
  };
  return (
    <footer className="segment-doings">
      <p>
        <strong>{t("segments.chosen", { count })}</strong>
        <span className="push" />
        <IconButton icon="close" size={14} label={t("segments.clear")} onPress={onDone} />
      </p>
      {(step === "recode" || step === "add") && (
        <CodeSearch
          ref={field}
          codes={codes}
          inks={inks}
          label={t("segments.which")}
          onPick={take}
          onEscape={() => setStep(null)}
        />
      )}
      {step === "weigh" && (
        <Weight
          weight={null}
          begins
          onWeigh={(weight) =>
            lasting(
              change,
              { codings, what: { weight } },
              {
                onSuccess: ({ changed }) =>
                  done(t("segments.weighed", { count: changed }), changed),
                onError: failed,
              },
            )
          }
        />
      )}
      <div className="segment-doings-line">
        <Button small icon="code" onPress={() => setStep("recode")}>
          {t("segments.recode")}
        </Button>
        <Button small icon="plus" writes onPress={() => setStep("add")}>
          {t("segments.add")}
        </Button>
        <Button small onPress={() => setStep("weigh")}>
          {t("segments.weigh")}
        </Button>
        <Button
          small
          icon="trash"
          writes
          isPending={remove.isPending}
          onPress={() =>
            lasting(remove, [...codings], {
              onSuccess: ({ removed }) => done(t("segments.uncoded", { count: removed }), removed),
              onError: failed,
            })
          }
        >
          {t("segments.uncode")}
        </Button>
      </div>
    </footer>
  );
}
