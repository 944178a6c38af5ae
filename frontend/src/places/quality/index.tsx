import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";
import { useSeenAnywhere } from "../../api/seen";
import { useCrumbText } from "../../app/crumb";
import { EmptyState, Loading } from "../../components/Bits";
import "../../components/page.css";
import { PlaceTabs } from "../../components/PlaceTabs";
import { Checklists } from "./Checklists";
import "./quality.css";

const Agreement = lazy(async () => ({
  default: (await import("./agreement/Agreement")).Agreement,
}));

const Rounds = lazy(async () => ({ default: (await import("./rounds/Rounds")).Rounds }));
const Saturation = lazy(async () => ({
  default: (await import("./saturation/Saturation")).Saturation,
}));

/** The lists have an address each; they are what is open where the address names no other tab. */
const TABS = [
  { name: "checklists", address: "/quality" },
  { name: "agreement", address: "/quality/agreement" },
  { name: "rounds", address: "/quality/rounds" },
  { name: "saturation", address: "/quality/saturation" },
] as const;
type Tab = (typeof TABS)[number]["name"];

const BODIES: Record<Tab, React.ComponentType> = {
  checklists: Checklists,
  agreement: Agreement,
  rounds: Rounds,
  saturation: Saturation,
};

/** What tells of others' work is closed while one codes blind; who is to read what is not. */
const CLOSED_WHILE_BLIND = ["checklists", "agreement", "saturation"] as const;
type Closed = (typeof CLOSED_WHILE_BLIND)[number];
const isClosed = (tab: Tab): tab is Closed => CLOSED_WHILE_BLIND.some((name) => name === tab);

/** How good the work is: what a report owes its readers, and how far coders agree. */
export default function Quality() {
  const { t } = useTranslation("quality");
  const [, params] = useRoute("/quality/:name/*?");
  const here: Tab = TABS.find(({ name }) => name === params?.name)?.name ?? "checklists";
  const seen = useSeenAnywhere();
  const Body = BODIES[here];
  useCrumbText(here === "checklists" ? undefined : t(`tabs.${here}`));
  return (
    <div className="place-page quality">
      <header className="place-head">
        <div>
          <Link href="/conclude">{t("back")}</Link>
          <h1>{t("title")}</h1>
          <p className="muted">{t(`lead.${here}`)}</p>
        </div>
      </header>
      <PlaceTabs
        label={t("title")}
        tabs={TABS.map((tab) => ({ ...tab, label: t(`tabs.${tab.name}`) }))}
        here={here}
      />
      {seen.isBlind && isClosed(here) ? (
        <EmptyState icon="shield" title={t(`blind.${here}`)} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Body />
        </Suspense>
      )}
    </div>
  );
}
