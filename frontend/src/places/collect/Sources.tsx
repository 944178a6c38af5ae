import { type RefObject, useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { codersOf, useSeen } from "../../api/seen";
import { type SourceFilter, tableOfSources, useSources } from "../../api/sources";
import { useStudyId } from "../../api/study";
import { useCommands } from "../../commands/registry";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { SearchField } from "../../components/Field";
import { Menu } from "../../components/Menu";
import { SplitPane } from "../../components/SplitPane";
import { toast, toastProblem } from "../../components/toasts";
import { keep, nameOf } from "../../lib/download";
import { useRoom } from "../../lib/room";
import { nextSort, useSourceView } from "../../stores/source-view";
import { asAsked, type Choice, countOf, NOTHING } from "./choosing";
import { FACETS, FacetFilter } from "./Facets";
import { Inspector } from "./Inspector";
import { Picking } from "./Picking";
import { cellsOf, tableOf } from "./paste";
import { Removing } from "./Removing";
import { SourceTable } from "./SourceTable";
import { useSaveCell } from "./saving";
import { type SourceColumns, useSourceColumns } from "./useSourceColumns";
import { ViewMenu } from "./ViewMenu";
import "./source-filters.css";

const NO_FILTER: SourceFilter = {};

/** Takes the table away: to the clipboard, or as a file. */
function useTaking(filter: SourceFilter, choice: Choice, count: number) {
  const { t, i18n } = useTranslation(["collect", "shell"]);
  const study = useStudyId();
  const { columns, sort } = useSourceView();
  const chosen = count > 0 ? asAsked(choice) : { all: filter, but: [] };
  const asked = { sort, columns: ["name", ...columns] };
  const fail = (error: unknown) => toastProblem(error, t("taking.failed"), t("shell:offline.hint"));
  const copy = async () => {
    // Begun within the press, while the browser still lets a page write there.
    const told = tableOfSources(study, chosen, { ...asked, format: "tsv" }).then((answer) =>
      answer.text(),
    );
    const as = (type: string, made: (text: string) => string) => ({
      [type]: told.then((text) => new Blob([made(text)], { type })),
    });
    const held = {
      ...as("text/plain", (text) => text),
      ...as("text/html", (text) => tableOf(cellsOf(text))),
    };
    await navigator.clipboard.write([new ClipboardItem(held)]);
    const text = await told;
    const lines = text.split("\n").length - 1;
    const n = new Intl.NumberFormat(i18n.language).format(lines);
    toast(t("taking.copied", { count: lines, n }), { tone: "good" });
  };
  const save = async (format: "csv" | "xlsx") => {
    const answer = await tableOfSources(study, chosen, { ...asked, format });
    const name = nameOf(answer.headers.get("content-disposition"), `sources.${format}`);
    keep(await answer.blob(), name);
  };
  return {
    copy: () => void copy().catch(fail),
    save: (format: "csv" | "xlsx") => void save(format).catch(fail),
  };
}

/** Which sources are in view: by letters of their names and by facets. */
function useFiltering(onNarrow: () => void) {
  const [text, setText] = useState("");
  const [facets, setFacets] = useState<SourceFilter>(NO_FILTER);
  const letters = useDeferredValue(text.trim());
  const filter: SourceFilter = letters ? { ...facets, text: letters } : facets;
  return {
    text,
    filter,
    isFiltered: letters !== "" || Object.keys(facets).length > 0,
    write: (now: string) => {
      setText(now);
      onNarrow();
    },
    narrow: ({ text: _, ...now }: SourceFilter) => {
      setFacets(now);
      onNarrow();
    },
    clear: () => {
      setText("");
      setFacets(NO_FILTER);
      onNarrow();
    },
  };
}

interface BarProps {
  filtering: ReturnType<typeof useFiltering>;
  search: RefObject<HTMLInputElement | null>;
  /** How many are chosen, of how many. */
  count: number;
  total: number;
  columns: SourceColumns;
  taking: ReturnType<typeof useTaking>;
  /** `null`: they are open. */
  onDetails: (() => void) | null;
}

/** What filters the table, how it looks, and the ways out of it. */
function Bar({ filtering, search, count, total, columns, taking, onDetails }: BarProps) {
  const { t, i18n } = useTranslation("collect");
  const n = (all: number) => new Intl.NumberFormat(i18n.language).format(all);
  return (
    <div className="filters">
      <SearchField
        label={t("filters.text")}
        value={filtering.text}
        ref={search}
        onChange={filtering.write}
      />
      {FACETS.map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          filter={filtering.filter}
          onFilter={filtering.narrow}
        />
      ))}
      {filtering.isFiltered && (
        <Button look="quiet" small icon="close" onPress={filtering.clear}>
          {t("filters.clear")}
        </Button>
      )}
      <span className="muted filters-count" role="status">
        {count > 0
          ? t("inspector.many", { count, n: n(count) })
          : t("filters.count", { count: total, n: n(total) })}
      </span>
      <span className="push" />
      <ViewMenu columns={columns} />
      <Menu
        label={t("taking.open")}
        placement="bottom end"
        lines={[
          { id: "copy", label: t("taking.copy"), hint: "Ctrl C", onAction: taking.copy },
          { id: "csv", label: t("taking.csv"), onAction: () => taking.save("csv") },
          { id: "xlsx", label: t("taking.xlsx"), onAction: () => taking.save("xlsx") },
        ]}
      >
        <Button look="quiet" icon="export">
          {t("taking.open")}
        </Button>
      </Menu>
      {onDetails && (
        <Button look="quiet" icon="info" onPress={onDetails}>
          {t("inspector.open")}
        </Button>
      )}
    </div>
  );
}

function NoneFound() {
  const { t } = useTranslation("collect");
  return (
    <EmptyState icon="search" title={t("filters.none")}>
      {t("filters.noneHint")}
    </EmptyState>
  );
}

/** The table of sources with what filters it, and what is known of the selected ones beside it. */
export function Sources() {
  const { t } = useTranslation("collect");
  const room = useRoom();
  const columns = useSourceColumns();
  const { sort, group, setSort } = useSourceView();
  const seen = useSeen();
  const [active, setActive] = useState<string | null>(null);
  const [isInspecting, setInspecting] = useState(room === "wide");
  const [choice, setChoice] = useState<Choice>(NOTHING);
  const [isRemoving, setRemoving] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const saveCell = useSaveCell();
  const chooseNone = () => setChoice(NOTHING);
  const filtering = useFiltering(chooseNone);
  const { filter, isFiltered } = filtering;
  const asked = { ...filter, sort, ...(group !== null && { group }), ...codersOf(seen) };
  const { data, isPlaceholderData } = useSources({ ...asked, offset: 0, limit: 100 });
  const total = data?.total ?? 0;
  const count = countOf(choice, total);
  const taking = useTaking(filter, choice, count);
  const chooseAll = () => setChoice({ kind: "all", filter, but: new Set() });
  useCommands({
    "collect.filter": () => search.current?.focus(),
    "collect.chooseAll": chooseAll,
    "collect.copy": taking.copy,
  });
  const removeWanted = () => {
    const one = count === 0 ? active : null;
    if (one !== null) setChoice({ kind: "some", guids: new Set([one]) });
    setRemoving(count > 0 || one !== null);
  };
  if (!data) return <Loading />;
  if (total === 0 && !isFiltered) return <Picking />;
  const isNarrow = room === "narrow";
  const isAny = count > 1 || active !== null;
  const inspector =
    isInspecting && isAny ? (
      <Inspector
        active={active}
        choice={choice}
        count={count}
        onNone={chooseNone}
        onClose={() => setInspecting(false)}
        onRemove={removeWanted}
      />
    ) : null;
  return (
    <SplitPane
      name="collect.inspector"
      label={t("inspector.resize")}
      side="right"
      size={300}
      panel={isNarrow ? null : inspector}
    >
      <Bar
        filtering={filtering}
        search={search}
        count={count}
        total={total}
        columns={columns}
        taking={taking}
        onDetails={isInspecting ? null : () => setInspecting(true)}
      />
      {total === 0 && <NoneFound />}
      {total > 0 && (
        <div className={`table-place${isPlaceholderData ? " waiting" : ""}`}>
          <SourceTable
            asked={asked}
            total={total}
            groups={data.groups}
            columns={columns}
            active={active}
            choice={choice}
            onActive={({ guid }) => setActive(guid)}
            onChoice={setChoice}
            onAll={(isChosen) => (isChosen ? chooseAll() : chooseNone())}
            onSort={(by, more) => setSort(nextSort(sort, by, more))}
            onCopy={taking.copy}
            onRemove={removeWanted}
            onSave={saveCell}
          />
        </div>
      )}
      {isRemoving && (
        <Removing
          choice={choice}
          count={count}
          onClose={() => setRemoving(false)}
          onDone={() => {
            chooseNone();
            setActive(null);
          }}
        />
      )}
      {isNarrow && (
        <Drawer
          isOpen={inspector !== null}
          side="right"
          label={t("inspector.title")}
          onClose={() => setInspecting(false)}
        >
          {inspector}
        </Drawer>
      )}
    </SplitPane>
  );
}
