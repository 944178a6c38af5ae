import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useCodeList } from "../../api/codes";
import {
  type DisplayKind,
  useComputed,
  useDisplayKinds,
  useSavedDisplays,
} from "../../api/displays";
import { ApiProblem } from "../../api/problem";
import { useStudy } from "../../api/study";
import { useCommands } from "../../commands/registry";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Segmented } from "../../components/Segmented";
import { Exports } from "./Exports";
import { Result } from "./Result";
import { Saving } from "./Saving";
import { SettingsForm } from "./SettingsForm";
import { chosen, differs, filled, type Place, readPlace, writePlace } from "./settings";
import { useSettled } from "./settled";

/** Where the settings stand above the result, and are folded at first. */
const NARROW = "(max-width: 900px)";

/** What the address says, and going elsewhere without leaving steps behind. */
function usePlace(kind: string): [Place, (place: Partial<Place>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const place = useMemo(() => readPlace(search), [search]);
  const change = (part: Partial<Place>) => {
    const next = writePlace({ ...place, ...part });
    navigate(`/display/${kind}${next ? `?${next}` : ""}`, { replace: true });
  };
  return [place, change];
}

/** One display: what is chosen on the left, what comes of it at once on the right. */
export function Builder({ kind: name }: { kind: string }) {
  const { t } = useTranslation("display");
  const kinds = useDisplayKinds();
  const kind = kinds.data?.find((one) => one.name === name);
  if (kinds.isPending) {
    return <Loading />;
  }
  if (!kind) {
    return (
      <EmptyState icon="display" title={t("unknown")} doings={<a href="#/display">{t("all")}</a>} />
    );
  }
  return <Built kind={kind} />;
}

function Built({ kind }: { kind: DisplayKind }) {
  const { t } = useTranslation("display");
  const [place, setPlace] = usePlace(kind.name);
  const { data: study } = useStudy();
  const codes = useCodeList();
  const { data: allSaved } = useSavedDisplays();
  const [folded, setFolded] = useState(() => matchMedia(NARROW).matches);
  const settings = useMemo(() => chosen(place.settings, kind.settings), [place, kind]);
  const settled = useSettled(settings);
  const computed = useComputed(kind.name, settled, true);
  useCommands({
    "display.cells": () => setPlace({ view: place.view === "words" ? "table" : "words" }),
  });
  const saved = allSaved?.find((one) => one.guid === place.saved) ?? null;
  const filterError = refusedFilter(computed.error);
  const change = (setting: string, value: unknown) =>
    setPlace({
      settings: chosen({ ...settings, [setting]: value }, kind.settings),
      cell: null,
    });
  const title = saved?.name ?? kind.title;
  return (
    <div className="display">
      <header className="panel-head">
        <div className="panel-title">
          <a href="#/display">{t("all")}</a>
          <h1>{title}</h1>
        </div>
        <div className="panel-doings">
          <Segmented<Place["view"]>
            label={t("view.label")}
            value={place.view}
            choices={[
              { id: "table", label: t("view.table") },
              { id: "chart", label: t("view.chart") },
              { id: "words", label: t("view.words") },
            ]}
            onChange={(view) => setPlace({ view })}
          />
          <Exports
            kind={kind.name}
            settings={settings}
            saved={saved?.guid ?? null}
            hasChart={Boolean(computed.data?.chart)}
          />
          <Saving
            kind={kind.name}
            title={kind.title}
            settings={settings}
            saved={saved}
            changed={saved !== null && differs(settings, saved.settings, kind.settings)}
            readOnly={Boolean(study?.read_only)}
            onSaved={(one) => setPlace({ saved: one?.guid ?? null })}
          />
        </div>
      </header>
      <div className="panel-body">
        <section className="panel-side" aria-label={t("settings.title")} data-folded={folded}>
          <Button
            small
            look="quiet"
            icon={folded ? "right" : "down"}
            aria-expanded={!folded}
            onPress={() => setFolded(!folded)}
          >
            {t("settings.title")}
          </Button>
          {!folded && (
            <>
              <SettingsForm
                specs={kind.settings}
                settings={filled(settings, kind.settings)}
                codes={codes}
                filterError={filterError}
                filterAt={filterError ? (computed.error as ApiProblem).at : null}
                count={computed.data?.caption.n ?? null}
                onChange={change}
              />
              {Object.keys(settings).length > 0 && (
                <Button small look="quiet" onPress={() => setPlace({ settings: {}, cell: null })}>
                  {t("settings.reset")}
                </Button>
              )}
              <p className="display-about">
                {kind.about} {kind.source && t("caption.source", { source: kind.source })}
              </p>
            </>
          )}
        </section>
        <Result
          kind={kind}
          computed={computed}
          place={place}
          codes={codes}
          hasCodings={(study?.counts.codings ?? 1) > 0}
          refused={filterError !== ""}
          saved={saved?.guid ?? null}
          readOnly={Boolean(study?.read_only)}
          onPlace={setPlace}
        />
      </div>
    </div>
  );
}

/** Why the filter was not understood; empty when it was, or when something else went wrong. */
function refusedFilter(error: Error | null): string {
  const isQuery = error instanceof ApiProblem && /query|filter/.test(error.code);
  if (!isQuery) {
    return "";
  }
  // The lines that are set in repeat the query, which stands in the field.
  const lines = `${error.message}\n${error.hint}`.split("\n");
  return lines.filter((line) => /^\S/.test(line)).join(" ");
}
