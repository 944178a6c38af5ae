import { useTranslation } from "react-i18next";
import { useCoefficients } from "../../../api/agreement";
import type { Round } from "../../../api/rounds";
import { dated } from "../../../lib/dates";
import { CoefficientLine } from "../agreement/Figures";
import { bounds, figure } from "../agreement/figures";
import { Exports } from "./Exports";

/** What each round came to, the first at the top. */
export function OverTime({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation("rounds");
  const { data: kinds = [] } = useCoefficients();
  const rows = rounds.flatMap((round) => round.figures.map((one) => ({ round, one })));
  if (rows.length === 0) return null;
  const titleOf = (measure: string) => kinds.find(({ name }) => name === measure)?.title ?? measure;
  return (
    <section aria-labelledby="rounds-over-time">
      <div className="rounds-head">
        <h2 id="rounds-over-time">{t("time.title")}</h2>
        <Exports />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="agreement-table" tabIndex={0} aria-label={t("time.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("time.round")}</th>
              <th scope="col">{t("time.closed")}</th>
              <th scope="col">{t("time.coders")}</th>
              <th scope="col">{t("time.compared")}</th>
              <th scope="col" colSpan={2}>
                {t("time.value")}
              </th>
              <th scope="col">{t("time.differences")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ round, one }) => {
              const known = bounds(one);
              return (
                <tr key={`${round.guid} ${one.coders.join()}`}>
                  <th scope="row">
                    <bdi>{round.name}</bdi>
                  </th>
                  <td>{round.closed && dated(round.closed)}</td>
                  <td>
                    {round.again
                      ? t("time.self", { name: one.coders.join(", ") })
                      : one.coders.join(", ")}
                  </td>
                  <td className="number">{one.sources}</td>
                  {one.value === null ? (
                    <td colSpan={2} className="muted">
                      {one.reason}
                    </td>
                  ) : (
                    <>
                      <td className="number">{figure(one.value, 3)}</td>
                      <td>
                        <span className="agreement-known">
                          <CoefficientLine of={one} />
                          <span className="muted">
                            {known &&
                              t(`time.${known.by}`, {
                                low: figure(known.low),
                                high: figure(known.high),
                              })}
                            <small className="rounds-measure">{titleOf(one.measure)}</small>
                          </span>
                        </span>
                      </td>
                    </>
                  )}
                  <td className="number">{one.differences}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
