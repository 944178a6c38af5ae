import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { useStudy } from "../api/study";
import { Keyboard } from "../commands/Keyboard";
import { KeysDialog } from "../commands/KeysDialog";
import { useCommands } from "../commands/registry";
import { Loading } from "../components/Bits";
import { Boundary } from "../components/Boundary";
import { Icon } from "../components/Icon";
import { useReadOnlyStore } from "../stores/read-only";
import { useArrival } from "./arrival";
import { Banners } from "./Banners";
import { useBreaks } from "./comfort";
import { useCrumb } from "./crumb";
import { DropArea } from "./DropArea";
import { goTo } from "./hash";
import { Palette } from "./Palette";
import { fetchPlace, PLACES, type Place, placeOf } from "./places";
import { TopBar } from "./TopBar";
import { Tour } from "./Tour";
import "./shell.css";
import "./rail.css";

const EvidenceTray = lazy(() => import("./EvidenceTray"));
const Noting = lazy(() => import("./Noting"));

/** Places that are reached from another, which is lit while they are open. */
const WITHIN: Readonly<Record<string, string>> = {
  report: "conclude",
  quality: "conclude",
  audit: "conclude",
  retrieval: "reduce",
  concordance: "reduce",
};

function RailLink({ place, here }: { place: Place; here: string }) {
  const { t } = useTranslation("shell");
  const lit = here === place.name || WITHIN[here] === place.name;
  return (
    <Link
      href={`/${place.name}`}
      className={`rail-link${lit ? " lit" : ""}`}
      aria-label={t(`places.${place.name}`)}
      aria-current={lit ? "page" : undefined}
      onPointerEnter={() => fetchPlace(`/${place.name}`)}
      onFocus={() => fetchPlace(`/${place.name}`)}
    >
      <Icon name={place.icon} size={20} />
      <span>{t(`places.${place.name}`)}</span>
    </Link>
  );
}

function Rail({ here }: { here: string }) {
  const { t } = useTranslation("shell");
  const of = (rail: Place["rail"]) =>
    PLACES.filter((place) => place.rail === rail).map((place) => (
      <RailLink key={place.name} place={place} here={here} />
    ));
  return (
    <nav className="rail" aria-label={t("rail")}>
      <a className="skip" href={location.hash} onClick={toMain}>
        {t("skip")}
      </a>
      <span className="rail-mark" aria-hidden="true">
        J
      </span>
      {of("method")}
      <span className="rail-gap" />
      {of("rest")}
    </nav>
  );
}

/** The frame around every place: the rail, the bar above, what is wrong, and the place itself. */
export function Shell() {
  const { t } = useTranslation("shell");
  const [path] = useLocation();
  const here = placeOf(path);
  const { data } = useStudy();
  const title = data?.title ?? "";
  const why = data?.as_of ? t("moment.readOnly") : (data?.read_only ?? null);
  useEffect(() => useReadOnlyStore.setState({ why }), [why]);
  useCommands({
    "everywhere.collect": () => goTo("/collect"),
    "everywhere.reduce": () => goTo("/reduce"),
    "everywhere.display": () => goTo("/display"),
    "everywhere.conclude": () => goTo("/conclude"),
    "everywhere.retrieval": () => goTo("/retrieval"),
    "everywhere.events": () => goTo("/display/events"),
    "everywhere.ratings": () => goTo("/display/ratings"),
    "everywhere.concordance": () => goTo("/concordance"),
    "everywhere.history": () => goTo("/history"),
    "everywhere.settings": () => goTo("/settings"),
  });
  const crumb = useCrumb((crumbs) => crumbs.text);
  useArrival(here);
  useBreaks();
  useEffect(() => {
    document.title = [crumb, t(`places.${here}`), title, "Jejak"].filter(Boolean).join(" · ");
  }, [t, here, title, crumb]);
  return (
    <div className="shell">
      <Rail here={here} />
      <div className="shell-rest">
        <TopBar here={here} />
        <Banners />
        <main id="main" className="place" tabIndex={-1}>
          <Boundary key={here}>
            <Suspense fallback={<Loading />}>
              <Switch>
                {PLACES.map((place) => (
                  <Route key={place.name} path={`/${place.name}/*?`} component={place.page} />
                ))}
                <Route>
                  <Redirect to="/collect" replace />
                </Route>
              </Switch>
            </Suspense>
          </Boundary>
        </main>
      </div>
      <Tour />
      <Palette />
      <Keyboard />
      <KeysDialog />
      <DropArea />
      <Suspense fallback={null}>
        <EvidenceTray />
        <Noting />
      </Suspense>
    </div>
  );
}

function toMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
