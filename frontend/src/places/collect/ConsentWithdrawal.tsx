import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWithdraw, useWithdrawalTold, type Withdrawal } from "../../api/consents";
import type { Case } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Checkbox, TextField } from "../../components/Field";
import { Spinner } from "../../components/Spinner";
import { toast, toastProblem } from "../../components/toasts";

/** What goes for good, and what a person has to look at, line by line. */
function Told({ told }: { told: Withdrawal }) {
  const { t } = useTranslation("cases");
  const turns = Object.entries(told.turns);
  const gone = Object.entries(told.gone);
  return (
    <div className="withdrawal">
      <h3>{t("withdrawal.goes")}</h3>
      <ul>
        {told.removed.map((name) => (
          <li key={name}>{t("withdrawal.source", { name })}</li>
        ))}
        {turns.map(([name, count]) => (
          <li key={name}>{t("withdrawal.turns", { name, count })}</li>
        ))}
        {gone.map(([kind, count]) => (
          <li key={kind}>
            {t(`withdrawal.kinds.${kind as "coding"}`, {
              count,
              defaultValue: `${count} × ${kind}`,
            })}
          </li>
        ))}
        {told.rewritten.map(({ kind, label }) => (
          <li key={`${kind} ${label}`}>{t("withdrawal.rewritten", { label })}</li>
        ))}
        <li>{t("withdrawal.blanked", { count: told.blanked })}</li>
      </ul>
      {(told.unclear.length > 0 ||
        told.to_read.length > 0 ||
        told.naming.length > 0 ||
        told.quoted_in.length > 0) && (
        <>
          <h3>{t("withdrawal.look")}</h3>
          <ul>
            {told.unclear.map((name) => (
              <li key={name}>{t("withdrawal.unclear", { name })}</li>
            ))}
            {told.to_read.map((name) => (
              <li key={name}>{t("withdrawal.toRead", { name })}</li>
            ))}
            {told.naming.map(({ kind, label }) => (
              <li key={`${kind} ${label}`}>{t("withdrawal.naming", { label })}</li>
            ))}
            {told.quoted_in.map((name) => (
              <li key={name}>{t("withdrawal.quotedIn", { name })}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t("withdrawal.left", { mark: told.mark })}</p>
    </div>
  );
}

/** A participant withdraws: what will be blanked, and the pseudonym typed to be sure. */
export function ConsentWithdrawal({ one, onClose }: { one: Case; onClose: () => void }) {
  const { t } = useTranslation(["cases", "shell"]);
  const [keep, setKeep] = useState(false);
  const [typed, setTyped] = useState("");
  const { data: told, isFetching } = useWithdrawalTold(one.guid, keep);
  const withdraw = useWithdraw();
  // Told even where the case, and this with it, has gone from the page by then.
  const go = () =>
    void withdraw.mutateAsync({ of: one.guid, name: typed.trim(), keep }).then(
      ({ mark, scrubbed }) => {
        onClose();
        toast(t("withdrawal.done", { mark }), {
          ...(!scrubbed && { more: t("withdrawal.notScrubbed") }),
        });
      },
      (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint")),
    );
  return (
    <Dialog
      title={t("withdrawal.title", { name: one.name })}
      isOpen
      onClose={onClose}
      width="36rem"
      alert
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="danger"
            isDisabled={typed.trim() !== one.name || !told || isFetching}
            isPending={withdraw.isPending}
            onPress={go}
          >
            {t("withdrawal.go")}
          </Button>
        </>
      }
    >
      <p>
        <strong>{t("withdrawal.warning")}</strong>
      </p>
      <Checkbox isSelected={keep} onChange={setKeep}>
        {t("withdrawal.keep")}
      </Checkbox>
      {told && !isFetching ? <Told told={told} /> : <Spinner label={t("withdrawal.looking")} />}
      <TextField
        label={t("withdrawal.type", { name: one.name })}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
    </Dialog>
  );
}
