import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { openSession } from "../api/client";
import { useLiveChanges } from "../api/live";
import { ApiProblem, isOffline } from "../api/problem";
import { StudyContext, useStudies, useStudy } from "../api/study";
import { EmptyState, Loading } from "../components/Bits";
import { Boundary } from "../components/Boundary";
import { Button } from "../components/Button";
import { ToastRegion } from "../components/ToastRegion";
import { useHash } from "./hash";
import { Shell } from "./Shell";
import { useTheme } from "./theme";

const TRIES = 2;

const queries = new QueryClient({
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
    // One write after the other, so that an undo takes back what was done before it.
    mutations: { retry: false, networkMode: "always", scope: { id: "writes" } },
  },
});

/** Why the study cannot be shown, and what to do. */
function Closed({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  const refused = error instanceof ApiProblem && error.status === 401;
  const told = error instanceof ApiProblem ? `${error.message} ${error.hint}` : "";
  const title = refused ? t("closed.session") : t("closed.title");
  return (
    <EmptyState
      icon="warning"
      title={title}
      doings={<Button onPress={() => location.reload()}>{t("again")}</Button>}
    >
      {refused ? t("closed.sessionHint") : told.trim() || t("offline.hint")}
    </EmptyState>
  );
}

function Opened({ head, study }: { head: number; study: string }) {
  useLiveChanges(study, head);
  return <Shell />;
}

function OfStudy() {
  const { data, error } = useStudy();
  if (data) return <Opened study={data.guid} head={data.head} />;
  return error ? <Closed error={error} /> : <Loading />;
}

function Workspace() {
  const { t } = useTranslation("shell");
  const studies = useStudies();
  const first = studies.data?.[0];
  if (studies.error) return <Closed error={studies.error} />;
  if (!studies.data) return <Loading />;
  if (!first) {
    return (
      <EmptyState icon="folder" title={t("closed.none")}>
        {t("closed.noneHint")}
      </EmptyState>
    );
  }
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
