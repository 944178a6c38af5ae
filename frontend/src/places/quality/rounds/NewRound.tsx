import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type PlanForm, type RoundPlan, useRoundDoings, useRoundPlan } from "../../../api/rounds";
import { useSources } from "../../../api/sources";
import { useStudy } from "../../../api/study";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox, TextField } from "../../../components/Field";
import { toastProblem } from "../../../components/toasts";
import { currentLanguage } from "../../../lib/i18n";
import { NamesPicker } from "../NamesPicker";

/** Who would read what, before it is taken. */
function Plan({ plan }: { plan: RoundPlan }) {
  const { t } = useTranslation(["rounds", "shell"]);
  return (
    <div className="round-plan">
      {plan.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <ul className="round-loads">
        {plan.coders.map(({ guid, name, sources, characters }) => (
          <li key={guid}>
            {t("plan.load", {
              name,
              count: sources,
              characters: characters.toLocaleString(currentLanguage()),
            })}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="agreement-table round-shares" tabIndex={0} aria-label={t("plan.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("source")}</th>
              <th scope="col">{t("characters")}</th>
              <th scope="col">{t("plan.coders")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.sources.map((one) => (
              <tr key={one.guid} data-shared={one.coders.length > 1 || undefined}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                <td className="number">{one.characters.toLocaleString(currentLanguage())}</td>
                <td>{one.coders.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** So many sources can be chosen one by one; all others are meant together. */
const MOST = 1000;

const wholeOf = (text: string, least: number, most: number) =>
  Math.min(Math.max(Math.round(Number(text) || 0), least), most);

/** Shares sources out among coders: shown as it would be, then taken. */
export function NewRound({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["rounds", "shell"]);
  const { data: study } = useStudy();
  const { data: listed } = useSources({ limit: MOST });
  const sources = (listed?.sources ?? []).filter(({ kind }) => kind !== "literature");
  const people = (study?.users ?? []).filter(({ machine }) => !machine);
  const [name, setName] = useState("");
  const [coders, setCoders] = useState<string[]>(people.map(({ guid }) => guid));
  const [chosen, setChosen] = useState<string[]>([]);
  const [overlap, setOverlap] = useState("20");
  const [readers, setReaders] = useState("2");
  const [seed, setSeed] = useState("1");
  const [isAgain, setAgain] = useState(false);
  const form: PlanForm = useDeferredValue({
    coders,
    sources: chosen.length > 0 ? chosen : null,
    overlap: wholeOf(overlap, 0, 100) / 100,
    readers: wholeOf(readers, 2, Math.max(coders.length, 2)),
    seed: wholeOf(seed, 0, 999_999),
    again: isAgain,
  });
  const { data: plan, error } = useRoundPlan(form);
  const { open } = useRoundDoings();
  const isReady = name.trim() !== "" && coders.length > 0 && plan !== undefined && !error;
  const take = () =>
    open.mutate(
      { ...form, name: name.trim() },
      {
        onSuccess: onClose,
        onError: (failed) => toastProblem(failed, t("failed"), t("shell:offline.hint")),
      },
    );
  return (
    <Dialog
      title={t("new")}
      isOpen
      onClose={onClose}
      width="46rem"
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={!isReady}
            isPending={open.isPending}
            onPress={take}
          >
            {t("take")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("about")}</p>
      <div className="round-form">
        <TextField label={t("name")} value={name} onChange={setName} autoFocus />
        <NamesPicker
          label={t("coders")}
          items={people}
          chosen={coders}
          none={t("nobody")}
          onChange={setCoders}
        />
        <NamesPicker
          label={t("sources")}
          items={sources}
          chosen={chosen}
          none={t("allUnread")}
          onChange={setChosen}
        />
        {!isAgain && (
          <>
            <TextField
              label={t("overlap")}
              value={overlap}
              onChange={setOverlap}
              inputMode="numeric"
            />
            <TextField
              label={t("readers")}
              value={readers}
              onChange={setReaders}
              inputMode="numeric"
            />
            <TextField label={t("seed")} value={seed} onChange={setSeed} inputMode="numeric" />
          </>
        )}
      </div>
      <Checkbox isSelected={isAgain} onChange={setAgain}>
        {t("readAgain")}
      </Checkbox>
      {error && <p className="field-error">{error.message}</p>}
      {plan && !error && coders.length > 0 && <Plan plan={plan} />}
    </Dialog>
  );
}
