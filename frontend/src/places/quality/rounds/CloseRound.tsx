import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UNITS, type Unit, useCoefficients } from "../../../api/agreement";
import { type Closing, type Round, useRoundDoings } from "../../../api/rounds";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Select } from "../../../components/Field";
import { toastProblem } from "../../../components/toasts";

const KEEPS = ["both", "first", "second"] as const;

/** What is reckoned when a round is closed, and what stays of two readings. */
export function CloseRound({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTranslation(["rounds", "agreement", "shell"]);
  const { data: kinds = [] } = useCoefficients();
  const { close } = useRoundDoings();
  const [measure, setMeasure] = useState("alpha");
  const [unit, setUnit] = useState<Unit>("character");
  const [keep, setKeep] = useState<(typeof KEEPS)[number]>("both");
  const unread = round.sources
    .flatMap(({ readers }) => readers)
    .filter(({ state }) => state === "to read").length;
  const body = { measure, unit, keep } as Closing;
  return (
    <Dialog
      title={t("closing.title", { name: round.name })}
      isOpen
      onClose={onClose}
      width="34rem"
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button
            look="primary"
            writes
            isPending={close.isPending}
            onPress={() =>
              close.mutate(
                { round, body },
                {
                  onSuccess: onClose,
                  onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
                },
              )
            }
          >
            {t("close")}
          </Button>
        </>
      }
    >
      <p>{t("closing.body")}</p>
      {unread > 0 && <p role="note">{t("closing.unread", { count: unread })}</p>}
      <div className="round-form">
        <Select
          label={t("agreement:asked.measure")}
          choices={kinds.map(({ name, title, about }) => ({ id: name, label: title, note: about }))}
          value={measure}
          onChange={setMeasure}
        />
        <Select
          label={t("agreement:asked.unit")}
          choices={UNITS.map((id) => ({ id, label: t(`agreement:units.${id}`) }))}
          value={unit}
          disabled={kinds.find(({ name }) => name === measure)?.units === false}
          onChange={setUnit}
        />
        {round.again && (
          <Select
            label={t("closing.keep")}
            choices={KEEPS.map((id) => ({ id, label: t(`keeps.${id}`) }))}
            value={keep}
            onChange={setKeep}
          />
        )}
      </div>
    </Dialog>
  );
}
