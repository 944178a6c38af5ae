import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useStudy } from "../../api/study";
import { useCrumbText } from "../../app/crumb";
import { useDropped } from "../../app/DropArea";
import { useCommands } from "../../commands/registry";
import { Loading } from "../../components/Bits";
import { PlaceTabs } from "../../components/PlaceTabs";
import { ImportSheet, ImportWaiting } from "./ImportSheet";
import { ImportButton, pickFiles } from "./Picking";
import { Sources } from "./Sources";
import { usePastedText } from "./usePastedText";
import "./collect.css";
import "./import.css";

const Cases = lazy(async () => ({ default: (await import("./Cases")).Cases }));
const Speakers = lazy(async () => ({ default: (await import("./Speakers")).Speakers }));
const Literature = lazy(async () => ({ default: (await import("./Literature")).Literature }));
const Coverage = lazy(async () => ({ default: (await import("./Coverage")).Coverage }));

const LiteratureImport = lazy(async () => ({
  default: (await import("./LiteratureImport")).LiteratureImport,
}));

const ProjectArriving = lazy(() => import("./ProjectArriving"));
const worksAreIn = () => useDropped.setState({ works: null });

const TABS = [
  { name: "sources", address: "/collect" },
  { name: "cases", address: "/collect/cases" },
  { name: "speakers", address: "/collect/speakers" },
  { name: "literature", address: "/collect/literature" },
  { name: "coverage", address: "/collect/coverage" },
] as const;

type Tab = (typeof TABS)[number]["name"];

const PAGES: Readonly<Record<Tab, React.ComponentType>> = {
  sources: Sources,
  cases: Cases,
  speakers: Speakers,
  literature: Literature,
  coverage: Coverage,
};

/** Collect: the material, whom it is from, and what there is of it. */
export default function Collect() {
  const { t } = useTranslation("collect");
  const [path] = useLocation();
  const { data: study } = useStudy();
  const here = TABS.find(({ address }) => address === path)?.name ?? "sources";
  const Page = PAGES[here];
  const counts: Partial<Record<Tab, number>> = study?.counts ?? {};
  const works = useDropped((dropped) => dropped.works);
  usePastedText(here === "sources");
  useCommands({ "collect.import": pickFiles });
  useCrumbText(here === "sources" ? undefined : t(`tabs.${here}`));
  return (
    <div className="collect">
      <header className="collect-head">
        <h1>{t("title")}</h1>
        <PlaceTabs
          label={t("tabs.label")}
          tabs={TABS.map((tab) => ({
            ...tab,
            label: t(`tabs.${tab.name}`),
            count: counts[tab.name],
          }))}
          here={here}
        />
        <span className="push" />
        <ImportWaiting />
        <ImportButton />
      </header>
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
      <ImportSheet />
      <Suspense fallback={null}>
        <ProjectArriving />
      </Suspense>
      {works && (
        <Suspense fallback={null}>
          <LiteratureImport files={works} onClose={worksAreIn} />
        </Suspense>
      )}
    </div>
  );
}
