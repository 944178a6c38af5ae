import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import {
  type SaturationAsked,
  useSaturation,
  useSaturationOff,
  useSaturationSwitch,
} from "../../../api/saturation";
import { EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Select, TextField } from "../../../components/Field";
import { Fold } from "../../../components/Fold";
import { toastProblem } from "../../../components/toasts";
import { Unread } from "../../../components/Unread";
import "../agreement/agreement.css";
import { readAsked, saturationAddress } from "./asked";
import { Curve } from "./Curve";
import { Kinds, Meanings, Steps } from "./Told";
import "./saturation.css";

const BASES = [4, 5, 6] as const;
const RUNS = [2, 3] as const;
const THRESHOLDS = [0.05, 0] as const;
const PERCENT = 100;

/** The usual choices, and whatever else an address asked. */
const choicesOf = (usual: readonly number[], asked: number, told: (value: number) => string) =>
  [...new Set([...usual, asked])].map((value) => ({ id: String(value), label: told(value) }));

function Asking({ asked, onAsk }: { asked: SaturationAsked; onAsk: (part: object) => void }) {
  const { t } = useTranslation(["saturation", "shell"]);
  const percent = (value: number) => t("asked.percent", { percent: value * PERCENT });
  return (
    <section className="agreement-asked" aria-label={t("asked.title")}>
      <Select
        label={t("asked.by")}
        choices={(["source", "case"] as const).map((id) => ({ id, label: t(`by.${id}`) }))}
        value={asked.by}
        onChange={(by) => onAsk({ by })}
      />
      <Select
        label={t("asked.order")}
        choices={(["collected", "added"] as const).map((id) => ({ id, label: t(`order.${id}`) }))}
        value={asked.order}
        onChange={(order) => onAsk({ order })}
      />
      <Select
        label={t("asked.base")}
        choices={choicesOf(BASES, asked.base, String)}
        value={String(asked.base)}
        onChange={(base) => onAsk({ base: Number(base) })}
      />
      <Select
        label={t("asked.run")}
        choices={choicesOf(RUNS, asked.run, String)}
        value={String(asked.run)}
        onChange={(run) => onAsk({ run: Number(run) })}
      />
      <Select
        label={t("asked.threshold")}
        choices={choicesOf(THRESHOLDS, asked.threshold, percent)}
        value={String(asked.threshold)}
        onChange={(threshold) => onAsk({ threshold: Number(threshold) })}
      />
    </section>
  );
}

/** Asks why the study is to reckon no saturation. */
function SwitchOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["saturation", "shell"]);
  const change = useSaturationSwitch();
  const [why, setWhy] = useState("");
  const go = () =>
    change.mutate(
      { used: false, why },
      {
        onSuccess: onClose,
        onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
      },
    );
  return (
    <Dialog
      title={t("off.ask")}
      isOpen
      onClose={onClose}
      width="30rem"
      footer={
        <>
          <Button onPress={onClose}>{t("off.cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={!why.trim()}
            isPending={change.isPending}
            onPress={go}
          >
            {t("off.do")}
          </Button>
        </>
      }
    >
      <p>{t("off.about")}</p>
      <TextField label={t("off.why")} value={why} onChange={setWhy} rows={3} autoFocus />
    </Dialog>
  );
}

/** Whether more material still brings new codes, and what rests on little. */
export function Saturation() {
  const { t } = useTranslation(["saturation", "shell"]);
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => readAsked(search), [search]);
  const use = useSaturationOff();
  const change = useSaturationSwitch();
  const isOn = use.data?.off === null;
  const { data, error, isPlaceholderData, refetch } = useSaturation(asked, isOn);
  const [isLeaving, setLeaving] = useState(false);
  const ask = (part: object) =>
    navigate(saturationAddress({ ...asked, ...part }), { replace: true });
  if (use.data && use.data.off !== null) {
    return (
      <EmptyState
        icon="minus"
        title={t("off.title")}
        doings={
          <Button
            writes
            isPending={change.isPending}
            onPress={() => change.mutate({ used: true, why: "" })}
          >
            {t("off.undo")}
          </Button>
        }
      >
        {use.data.off}
      </EmptyState>
    );
  }
  return (
    <div className="agreement">
      <Asking asked={asked} onAsk={ask} />
      {!data && !error && <Loading />}
      {error && (
        <Unread title={t("unread")} onRetry={() => refetch()}>
          {error.message}
        </Unread>
      )}
      {data?.steps.length === 0 && (
        <EmptyState icon="list" title={t("none.title")}>
          {t("none.body")}
        </EmptyState>
      )}
      {data && data.steps.length > 0 && (
        <div className="agreement-told" data-old={isPlaceholderData || undefined}>
          <section aria-labelledby="saturation-whole" className="agreement-whole">
            <h2 id="saturation-whole">
              {data.stopping.label ? t("reached", { at: data.stopping.label }) : t("notReached")}
            </h2>
            {data.remarks
              .filter((remark) => !data.thin.includes(remark))
              .map((remark) => (
                <p key={remark}>{remark}</p>
              ))}
            <Curve steps={data.steps} point={data.stopping.point} />
            <Fold title={t("methods")} className="agreement-methods">
              <p>{data.methods}</p>
            </Fold>
          </section>
          {data.thin.length > 0 && (
            <section aria-labelledby="saturation-thin">
              <h2 id="saturation-thin">{t("thin")}</h2>
              <ul>
                {data.thin.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </section>
          )}
          <Kinds kinds={data.kinds} />
          <Meanings meanings={data.meanings} />
          <Steps saturation={data} />
        </div>
      )}
      <p className="muted saturation-leave">
        {t("off.hint")}{" "}
        <Button look="quiet" small writes onPress={() => setLeaving(true)}>
          {t("off.ask")}
        </Button>
      </p>
      {isLeaving && <SwitchOff onClose={() => setLeaving(false)} />}
    </div>
  );
}
