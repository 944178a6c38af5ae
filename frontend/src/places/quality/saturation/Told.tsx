import { useTranslation } from "react-i18next";
import type { Saturation } from "../../../api/saturation";
import { Fold } from "../../../components/Fold";

/** Code by code that has codes below it: whether what it means still grows. */
export function Meanings({ meanings }: { meanings: Saturation["meanings"] }) {
  const { t } = useTranslation("saturation");
  if (meanings.length === 0) return null;
  return (
    <section aria-labelledby="saturation-meaning">
      <h2 id="saturation-meaning">{t("meaning.title")}</h2>
      <p className="muted">{t("meaning.hint")}</p>
      <div className="agreement-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("meaning.code")}</th>
              <th scope="col">{t("meaning.first")}</th>
              <th scope="col">{t("meaning.dimensions")}</th>
              <th scope="col">{t("meaning.state")}</th>
            </tr>
          </thead>
          <tbody>
            {meanings.map(({ code, first, dimensions, saturated }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td className="number">{first}</td>
                <td className="number">{dimensions.length}</td>
                <td>
                  {saturated === null ? t("meaning.grows") : t("meaning.since", { at: saturated })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What of the material is coded, by its kinds. */
export function Kinds({ kinds }: { kinds: Saturation["kinds"] }) {
  const { t } = useTranslation("saturation");
  return (
    <section aria-labelledby="saturation-kinds">
      <h2 id="saturation-kinds">{t("kinds.title")}</h2>
      <div className="agreement-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("kinds.kind")}</th>
              <th scope="col">{t("kinds.coded")}</th>
              <th scope="col">{t("kinds.codes")}</th>
              <th scope="col">{t("kinds.alone")}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, sources, coded, codes, alone }) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td className="number">{t("kinds.of", { coded, sources })}</td>
                <td className="number">{codes}</td>
                <td className="number">{alone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Source by source or case by case, in order, with the codes each is the first to show. */
export function Steps({ saturation }: { saturation: Saturation }) {
  const { t } = useTranslation("saturation");
  const { steps, by } = saturation;
  return (
    <Fold title={t("steps.title")} titleClass="agreement-fold" open={steps.length <= 25}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="agreement-table" tabIndex={0} aria-label={t("steps.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(by === "case" ? "steps.case" : "steps.source")}</th>
              <th scope="col">{t("steps.codes")}</th>
              <th scope="col">{t("steps.new")}</th>
              <th scope="col">{t("legend.seen")}</th>
              <th scope="col">{t("legend.expected")}</th>
              <th scope="col">{t("steps.first")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.guid}>
                <th scope="row">
                  <bdi>{step.name}</bdi>
                </th>
                <td className="number">{step.codes}</td>
                <td className="number">{step.new.length}</td>
                <td className="number">{step.seen}</td>
                <td className="number">{step.expected.toFixed(1)}</td>
                <td className="saturation-first">{step.new.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Fold>
  );
}
