import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Grid, NO_FILTER, useExtremes, useRatings } from "../../../api/happenings";
import { EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Select } from "../../../components/Field";
import { RatingDialog } from "../../../components/RatingDialog";
import { Unread } from "../../../components/Unread";
import { DisplayTabs } from "../DisplayTabs";
import { HappenedFilters } from "./HappenedFilters";
import "./happened.css";

type Variable = Grid["variables"][number];
type RatedCase = Grid["cases"][number];

/** The cases at the ends of a variable, and in its middle. */
function Ends({ variable }: { variable: string }) {
  const { t } = useTranslation("happened");
  const { data } = useExtremes(variable);
  if (!data) return null;
  const told = (["high", "typical", "low"] as const)
    .filter((end) => data[end].length > 0)
    .map((end) => t(`ratings.${end}`, { cases: data[end].map(({ name }) => name).join(", ") }));
  return <small className="muted">{told.join(" · ")}</small>;
}

interface TableProps {
  grid: Grid;
  /** All ratings are there: the ends are those of the whole table. */
  isWhole: boolean;
  onOpen: (at: [RatedCase, Variable]) => void;
}

function Table({ grid, isWhole, onOpen }: TableProps) {
  const { t } = useTranslation("happened");
  const shown = new Map<string, { value: string; when: string; count: number }>();
  for (const { case: of, attribute, value, when, shown: isShown } of grid.ratings) {
    const key = `${of}/${attribute}`;
    const there = shown.get(key);
    const count = (there?.count ?? 0) + 1;
    shown.set(key, isShown || !there ? { value, when, count } : { ...there, count });
  }
  return (
    <div className="happened-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("ratings.case")}</th>
            {grid.variables.map((variable) => (
              <th key={variable.guid} scope="col">
                {variable.name}
                <br />
                {isWhole && <Ends variable={variable.name} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.cases.map((one) => (
            <tr key={one.guid}>
              <th scope="row">{one.name}</th>
              {grid.variables.map((variable) => {
                const rating = shown.get(`${one.guid}/${variable.guid}`);
                const value = rating?.value ?? t("ratings.unknown");
                return (
                  <td key={variable.guid}>
                    <Button
                      look="quiet"
                      small
                      aria-label={t("ratings.open", {
                        case: one.name,
                        variable: variable.name,
                        value,
                      })}
                      onPress={() => onOpen([one, variable])}
                    >
                      {value}
                    </Button>
                    {rating && (
                      <small className="muted happened-cell">
                        {rating.when}
                        {rating.count > 1 && ` · ${t("ratings.inCell", { count: rating.count })}`}
                      </small>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How far variables hold in cases. */
export function Ratings() {
  const { t } = useTranslation("happened");
  const [filter, setFilter] = useState(NO_FILTER);
  const [variable, setVariable] = useState("");
  const { data: whole } = useRatings();
  const { data: grid, isPending, isError, error, refetch } = useRatings(filter, variable);
  const [open, setOpen] = useState<[RatedCase, Variable] | null>(null);
  const isFiltered = variable !== "" || Object.values(filter).some(Boolean);
  const isBare = whole && (whole.variables.length === 0 || whole.cases.length === 0);
  const clear = () => {
    setFilter(NO_FILTER);
    setVariable("");
  };
  const cases = new Set(grid?.ratings.map((one) => one.case)).size;
  return (
    <div className="place-page">
      <header className="place-head">
        <h1>{t("ratings.title")}</h1>
        <DisplayTabs here="ratings" />
        <p className="muted">{t("ratings.lead")}</p>
        {whole && !isBare && (
          <HappenedFilters
            label={t("ratings.filter")}
            find={t("ratings.find")}
            cases={t("ratings.case")}
            filter={filter}
            onChange={setFilter}
          >
            <Select
              label={t("ratings.variable")}
              choices={[
                { id: "", label: t("ratings.allVariables") },
                ...whole.variables.map(({ guid, name }) => ({ id: guid, label: name })),
              ]}
              value={variable}
              onChange={setVariable}
            />
          </HappenedFilters>
        )}
      </header>
      {isPending && <Loading />}
      {isError &&
        (isFiltered ? (
          <p role="alert">{error.message}</p>
        ) : (
          <Unread title={t("unread")} onRetry={() => refetch()} />
        ))}
      {isBare && (
        <EmptyState
          icon="display"
          title={t(whole.cases.length === 0 ? "ratings.noCases" : "ratings.noVariables")}
          doings={<Link href="/collect/cases">{t("ratings.toCases")}</Link>}
        >
          {t("ratings.none")}
        </EmptyState>
      )}
      {grid && !isBare && !isError && (
        <>
          <p className="muted" role="status">
            {t("ratings.count", { count: grid.ratings.length })}{" "}
            {t("ratings.ofCases", { count: cases, all: grid.cases.length })}
            {(filter.since || filter.until) && ` ${t("ratings.undated")}`}
          </p>
          {isFiltered && grid.ratings.length === 0 && (
            <p>
              {t("ratings.notFound")}{" "}
              <Button small onPress={clear}>
                {t("filter.clear")}
              </Button>
            </p>
          )}
          <Table grid={grid} isWhole={!isFiltered} onOpen={setOpen} />
        </>
      )}
      {whole && open && (
        <RatingDialog
          grid={whole}
          rated={open[0].guid}
          variable={open[1].guid}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
