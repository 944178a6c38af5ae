import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Exchanged } from "../api/types";
import { Button } from "./Button";
import { Fold } from "./Fold";
import "./exchange-report.css";

/** So many are told at once of what is alike; the others wait to be asked for. */
const FEW = 5;
const MORE = 100;

type Sort = Exchanged["problems"][number];

function useNumber() {
  const { i18n } = useTranslation();
  return (n: number) => new Intl.NumberFormat(i18n.language).format(n);
}

/** Whether it became a study of its own, came beside what a study has, or left one. */
export type ExchangeWay = "new" | "into" | "out";

/** How many of each kind there were, and how many arrived; what a study has already does not come again. */
function Counts({ report, way }: { report: Exchanged; way: ExchangeWay }) {
  const { t } = useTranslation("exchange");
  const n = useNumber();
  const isLess = (one: Exchanged["counts"][number]) => way !== "into" && one.written < one.read;
  return (
    <table className="exchange-counts">
      <thead>
        <tr>
          <th scope="col">{t("report.what")}</th>
          <th scope="col">{t(way === "out" ? "report.inStudy" : "report.read")}</th>
          <th scope="col">{t(`report.written.${way}`)}</th>
        </tr>
      </thead>
      <tbody>
        {report.counts.map((one) => (
          <tr key={one.kind} data-less={isLess(one) || undefined}>
            <th scope="row">{one.what}</th>
            <td>{n(one.read)}</td>
            <td>
              {n(one.written)}
              {isLess(one) && <small> {t("report.fewer", { n: n(one.read - one.written) })}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Places({ places }: { places: readonly string[] }) {
  const { t } = useTranslation("exchange");
  const n = useNumber();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? places : places.slice(0, FEW);
  if (places.length === 0) return null;
  return (
    <span className="muted exchange-places">
      {shown.join(", ")}
      {places.length > shown.length && (
        <Button look="quiet" small onPress={() => setWhole(true)}>
          {t("report.places", {
            count: places.length - shown.length,
            n: n(places.length - shown.length),
          })}
        </Button>
      )}
    </span>
  );
}

/** What was changed or left out for one reason. */
function Reason({ sort }: { sort: Sort }) {
  const { t } = useTranslation("exchange");
  const n = useNumber();
  const [many, setMany] = useState(FEW);
  const left = sort.told.length - many;
  return (
    <ul className="exchange-told">
      {sort.told.slice(0, many).map((one) => (
        <li key={one.text}>
          {one.text} <Places places={one.places} />
        </li>
      ))}
      {left > 0 && (
        <li>
          <Button look="quiet" small onPress={() => setMany(many + MORE)}>
            {t("report.more", { count: left, n: n(left) })}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** What an import or export did: counts, then each thing that was changed or left out, and why. */
export function ExchangeReport({ report, way }: { report: Exchanged; way: ExchangeWay }) {
  const out = way === "out";
  const { t } = useTranslation("exchange");
  const n = useNumber();
  const many = report.problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="exchange-report">
      {report.counts.length > 0 && <Counts report={report} way={way} />}
      {many === 0 ? (
        <p>{t(out ? "report.allOut" : "report.all")}</p>
      ) : (
        <>
          <h3>{t(out ? "report.changedOut" : "report.changed", { count: many, n: n(many) })}</h3>
          {report.problems.map((sort) =>
            sort.told.length > FEW ? (
              <Fold
                key={sort.code}
                className="exchange-sort"
                title={
                  <>
                    {sort.told[0]?.text}{" "}
                    <span className="muted">
                      {t("report.alike", { count: sort.count - 1, n: n(sort.count - 1) })}
                    </span>
                  </>
                }
              >
                <Reason sort={sort} />
              </Fold>
            ) : (
              <Reason key={sort.code} sort={sort} />
            ),
          )}
        </>
      )}
    </div>
  );
}
