import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { useBeginnings } from "../api/beginnings";
import { openSession } from "../api/client";
import { useLiveChanges } from "../api/live";
import { ApiProblem, isOffline } from "../api/problem";
import { StudyContext, useHead, useStudies, useStudy, useStudyId } from "../api/study";
import { EmptyState, Loading } from "../components/Bits";
import { Boundary } from "../components/Boundary";
import { Button } from "../components/Button";
import { ToastRegion } from "../components/ToastRegion";
import { lookAt, useMoment } from "../stores/moment";
import { useComfort } from "./comfort";
import { useHash } from "./hash";
import { Shell } from "./Shell";
import { useTheme } from "./theme";

const TRIES = 2;

/** What is kept of one moment of the study. */
function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The stream of changes says when something is stale.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        // The server is on this machine: it answers without any network.
        networkMode: "always",
        retry: (failures, error) => isOffline(error) && failures < TRIES,
      },
      // Writes are sent one after the other by api/waiting.ts.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

const queries = newClient();
const FirstRun = lazy(() => import("./first/FirstRun"));

/** Why the study cannot be shown, and what to do. */
function Closed({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  const isThen = useMoment((moment) => moment.seq !== null);
  const refused = error instanceof ApiProblem && error.status === 401;
  const told = error instanceof ApiProblem ? `${error.message} ${error.hint}` : "";
  const title = refused ? t("closed.session") : t("closed.title");
  return (
    <EmptyState
      icon="warning"
      title={title}
      doings={
        isThen ? (
          <Button look="primary" onPress={() => lookAt(null)}>
            {t("moment.back")}
          </Button>
        ) : (
          <Button onPress={() => location.reload()}>{t("again")}</Button>
        )
      }
    >
      {refused ? t("closed.sessionHint") : told.trim() || t("offline.hint")}
    </EmptyState>
  );
}

/** The study as this window looks at it, once it is there. */
function Shown() {
  const { data, error } = useStudy();
  if (data) return <Shell />;
  return error ? <Closed error={error} /> : <Loading />;
}

/** An earlier moment, with nothing in it of what was asked for at another. */
function Then() {
  const [own] = useState(newClient);
  return (
    <QueryClientProvider client={own}>
      <Shown />
    </QueryClientProvider>
  );
}

function Opened({ head, study }: { head: number; study: string }) {
  const queries = useQueryClient();
  useLiveChanges(study, head, queries);
  const seq = useMoment((moment) => moment.seq);
  useEffect(() => {
    if (seq === null) return;
    // What was asked for here meanwhile was of that moment, not of now.
    return () => void queries.resetQueries({ queryKey: ["study"] });
  }, [seq, queries]);
  return seq === null ? <Shown /> : <Then key={seq} />;
}

function OfStudy() {
  const study = useStudyId();
  const { data, error } = useHead();
  if (data !== undefined) return <Opened study={study} head={data} />;
  return error ? <Closed error={error} /> : <Loading />;
}

function NoStudy() {
  const { t } = useTranslation("shell");
  return (
    <EmptyState icon="folder" title={t("closed.none")}>
      {t("closed.noneHint")}
    </EmptyState>
  );
}

function First() {
  return (
    <Suspense fallback={<Loading />}>
      <FirstRun />
    </Suspense>
  );
}

function Workspace() {
  const studies = useStudies();
  const beginnings = useBeginnings();
  const first = studies.data?.[0];
  if (studies.error) return <Closed error={studies.error} />;
  if (!studies.data || !(beginnings.data || studies.data.length > 0)) return <Loading />;
  if (!first) return beginnings.data?.allowed ? <First /> : <NoStudy />;
  return (
    <StudyContext value={first.guid}>
      <OfStudy />
    </StudyContext>
  );
}

/** Nothing is asked for before the token in the address has become a session. */
function Signed({ children }: { children: ReactNode }) {
  const [state, setState] = useState<{ open: boolean; error: unknown }>({
    open: false,
    error: null,
  });
  useEffect(() => {
    openSession().then(
      () => setState({ open: true, error: null }),
      (error: unknown) => setState({ open: false, error }),
    );
  }, []);
  if (state.error) return <Closed error={state.error} />;
  return state.open ? children : <Loading />;
}

/** The whole workspace. */
export function App() {
  const { i18n } = useTranslation("shell");
  useTheme();
  useComfort();
  return (
    <I18nProvider locale={i18n.language}>
      <QueryClientProvider client={queries}>
        <Router hook={useHash}>
          <Boundary>
            <Signed>
              <Workspace />
            </Signed>
          </Boundary>
        </Router>
        <ToastRegion />
      </QueryClientProvider>
    </I18nProvider>
  );
}
