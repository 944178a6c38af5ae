import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useCodeList } from "../../api/codes";
import {
  type DisplayKind,
  type SavedDisplay,
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
import { chosen, differs, filled, type Place, readPlace, type View, writePlace } from "./settings";
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
  const [wanted, setPlace] = usePlace(kind.name);
  const place = useMemo(() => ({ ...wanted, view: wanted.view ?? kind.shown }), [wanted, kind]);
  const { data: study } = useStudy();
  const codes = useCodeList();
  const { data: allSaved } = useSavedDisplays();
  const [folded, setFolded] = useState(() => kind.drawn || matchMedia(NARROW).matches);
  const saved = savedOf(allSaved, kind, place);
  const own = kind.drawn ? saved?.guid : undefined;
  const settings = useMemo(() => {
    // One found by its name is shown as it was saved.
    const kept = own && !place.saved ? saved?.settings : undefined;
    return chosen({ ...kept, ...place.settings, ...(own && { network: own }) }, kind.settings);
  }, [place, kind, own, saved]);
  const settled = useSettled(settings);
  const computed = useComputed(kind.name, settled, true);
  useCommands({
    "display.cells": () => setPlace({ view: place.view === "words" ? null : "words" }),
  });
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
          <Segmented<View>
            label={t("view.label")}
            value={place.view}
            choices={[
              ...(kind.drawn ? [{ id: "canvas" as const, label: t("view.canvas") }] : []),
              { id: "table", label: t("view.table") },
              { id: "chart", label: t("view.chart") },
              { id: "words", label: t("view.words") },
            ]}
            onChange={(view) => setPlace({ view: view === kind.shown ? null : view })}
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
                count={computed.data?.caption.counted ? null : (computed.data?.caption.n ?? null)}
                onChange={change}
                onSettings={(given) =>
                  setPlace({ settings: chosen(given, kind.settings), cell: null })
                }
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
          settings={settings}
          refused={filterError !== null}
          saved={saved?.guid ?? null}
          readOnly={Boolean(study?.read_only)}
          onPlace={setPlace}
        />
      </div>
    </div>
  );
}

/** The saved display that is shown; of one that is drawn by hand its name will do, as an example has it. */
function savedOf(all: readonly SavedDisplay[] | undefined, kind: DisplayKind, place: Place) {
  const name = kind.drawn ? place.settings.network : undefined;
  const isMeant = ({ guid, kind: of, name: called }: SavedDisplay) =>
    place.saved ? guid === place.saved : of === kind.name && [guid, called].includes(String(name));
  return all?.find(isMeant) ?? null;
}

/** Why the filter was not understood; nothing when it was, or when something else went wrong. */
function refusedFilter(error: Error | null): ApiProblem | null {
  return error instanceof ApiProblem && /query|filter/.test(error.code) ? error : null;
}
