import { useMemo, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useAttributes } from "../../api/cases";
import { useCodeList } from "../../api/codes";
import {
  type DisplayKind,
  useComputed,
  useDisplayKinds,
  useSavedDisplays,
} from "../../api/displays";
import { ApiProblem } from "../../api/problem";
import { useStudy } from "../../api/study";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Exports } from "./Exports";
import { Result } from "./Result";
import { Saving } from "./Saving";
import { SettingsForm } from "./SettingsForm";
import { chosen, differs, filled, type Place, readPlace, writePlace } from "./settings";
import { useSettled } from "./settled";

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

function ViewSwitch({
  view,
  onChange,
}: Pick<Place, "view"> & { onChange: (view: Place["view"]) => void }) {
  const { t } = useTranslation("display");
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      aria-label={t("view.label")}
      value={view}
      onChange={(value) => onChange(value === "chart" ? "chart" : "table")}
    >
      <Radio value="table">{t("view.table")}</Radio>
      <Radio value="chart">{t("view.chart")}</Radio>
    </RadioGroup>
  );
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
  const { data: attributes = [] } = useAttributes();
  const { data: allSaved } = useSavedDisplays();
  const [folded, setFolded] = useState(false);
  const settings = useMemo(() => chosen(place.settings, kind.settings), [place, kind]);
  const settled = useSettled(settings);
  const computed = useComputed(kind.name, settled, true);
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
      <header className="display-head">
        <div className="display-title">
          <a href="#/display">{t("all")}</a>
          <h1>{title}</h1>
        </div>
        <div className="display-doings">
          <ViewSwitch view={place.view} onChange={(view) => setPlace({ view })} />
          <Exports kind={kind.name} settings={settings} hasChart={Boolean(computed.data?.chart)} />
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
      <div className="display-body">
        <section className="display-side" aria-label={t("settings.title")} data-folded={folded}>
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
                attributes={attributes.map((one) => one.name)}
                filterError={filterError}
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
          onPlace={setPlace}
        />
      </div>
    </div>
  );
}

/** Why the filter was not understood; empty when it was, or when something else went wrong. */
function refusedFilter(error: Error | null): string {
  const isQuery = error instanceof ApiProblem && /query|filter/.test(error.code);
  return isQuery ? [error.message, error.hint].filter(Boolean).join(" ") : "";
}
