import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { useLive } from "../api/live";
import { useStudy } from "../api/study";
import { Keyboard } from "../commands/Keyboard";
import { useCommands } from "../commands/registry";
import { Loading } from "../components/Bits";
import { Boundary } from "../components/Boundary";
import { Icon } from "../components/Icon";
import { DropArea } from "./DropArea";
import { goTo } from "./hash";
import { Palette } from "./Palette";
import { PLACES, type Place, placeOf } from "./places";
import { TopBar } from "./TopBar";
import "./shell.css";

const EvidenceTray = lazy(() => import("./EvidenceTray"));

function RailLink({ place, here }: { place: Place; here: string }) {
  const { t } = useTranslation("shell");
  const lit = here === place.name || (here === "report" && place.name === "conclude");
  return (
    <Link
      href={`/${place.name}`}
      className={`rail-link${lit ? " lit" : ""}`}
      aria-current={lit ? "page" : undefined}
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

/** What is wrong now with the server or the file, for as long as it is. */
function Banners() {
  const { t } = useTranslation("shell");
  const heard = useLive((live) => live.heard);
  const { data } = useStudy();
  return (
    <div role="status" className="banners">
      {!heard && (
        <p className="banner warn">
          <Icon name="warning" size={16} />
          {t("offline.banner")}
        </p>
      )}
      {data?.read_only && (
        <p className="banner">
          <Icon name="info" size={16} />
          {t("readOnly", { reason: data.read_only })}
        </p>
      )}
    </div>
  );
}

/** The frame around every place: the rail, the bar above, what is wrong, and the place itself. */
export function Shell() {
  const { t } = useTranslation("shell");
  const [path] = useLocation();
  const here = placeOf(path);
  const { data } = useStudy();
  const title = data?.title ?? "";
  useCommands({
    "everywhere.collect": () => goTo("/collect"),
    "everywhere.reduce": () => goTo("/reduce"),
    "everywhere.display": () => goTo("/display"),
    "everywhere.conclude": () => goTo("/conclude"),
  });
  useEffect(() => {
    document.title = `${t(`places.${here}`)} · ${title} · Jejak`;
  }, [t, here, title]);
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
      <Palette />
      <Keyboard />
      <DropArea />
      <Suspense fallback={null}>
        <EvidenceTray />
      </Suspense>
    </div>
  );
}

function toMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
