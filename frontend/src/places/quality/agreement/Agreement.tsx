import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useRoute, useSearch } from "wouter";
import type { AgreementAsked } from "../../../api/agreement";
import { Segmented } from "../../../components/Segmented";
import { Asking } from "./Asking";
import { agreementAddress, readAsked, VIEWS, type View } from "./asked";
import { Disagreements } from "./Disagreements";
import { FiguresView } from "./FiguresView";
import { SettledList } from "./SettledList";
import "./agreement.css";

/** What the address asks, and asking something else without leaving steps behind. */
function useAsked(view: View): [AgreementAsked, (part: Partial<AgreementAsked>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => readAsked(search), [search]);
  const ask = (part: Partial<AgreementAsked>) =>
    navigate(agreementAddress({ ...asked, ...part }, view), { replace: true });
  return [asked, ask];
}

/** How far coders agree, where they differ, and what was decided about it. */
export function Agreement() {
  const { t } = useTranslation("agreement");
  const [, params] = useRoute("/quality/agreement/:view");
  const [, navigate] = useLocation();
  const view = VIEWS.find((one) => one === params?.view) ?? "figures";
  const [asked, ask] = useAsked(view);
  return (
    <div className="agreement">
      <Segmented
        label={t("views.label")}
        value={view}
        choices={VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))}
        onChange={(one) => navigate(agreementAddress(asked, one))}
      />
      {view !== "settled" && <Asking asked={asked} view={view} onAsk={ask} />}
      {view === "figures" && <FiguresView asked={asked} />}
      {view === "open" && (
        <Disagreements key={[...asked.coders, ...asked.codes].join()} asked={asked} />
      )}
      {view === "settled" && <SettledList />}
    </div>
  );
}
