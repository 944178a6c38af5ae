import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement, CodeAgreement } from "../../../api/agreement";
import { Fold } from "../../../components/Fold";
import { currentLanguage } from "../../../lib/i18n";
import { bounds, figure, onLine, ranked } from "./figures";

/** So many coders have a column each; of more, only how many used the code is told. */
const MOST = 6;

type Bounded = Pick<Agreement["jointly"], "value" | "low" | "high" | "least" | "greatest">;

/** Where a coefficient lies between 0 and 1, and how far it may be off. */
export function CoefficientLine({ of }: { of: Bounded }) {
  if (of.value === null) return null;
  const known = bounds(of);
  const [from, to] = known ? [onLine(known.low), onLine(known.high)] : [0, 0];
  return (
    <span className="agreement-line" aria-hidden="true">
      {known && (
        <span
          className="agreement-range"
          data-by={known.by}
          style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }}
        />
      )}
      <span className="agreement-dot" style={{ insetInlineStart: `${onLine(of.value)}%` }} />
    </span>
  );
}

const ends = ({ low, high }: { low: number; high: number }) => ({
  low: figure(low),
  high: figure(high),
});

interface WholeProps {
  agreement: Agreement;
  /** Of the coefficient. */
  title: string;
  /** What to do about it. */
  children: ReactNode;
}

/** All codes together, in a number and in words. */
export function Whole({ agreement, title, children }: WholeProps) {
  const { t } = useTranslation("agreement");
  const { jointly, remarks, methods, sources, coders, characters } = agreement;
  const known = bounds(jointly);
  return (
    <section className="agreement-whole" aria-labelledby="agreement-whole">
      <h2 id="agreement-whole">{t("figures.jointly", { title })}</h2>
      {jointly.value !== null && (
        <p className="agreement-number">
          <strong>{figure(jointly.value, 3)}</strong>
          <CoefficientLine of={jointly} />
          {known && <span className="muted">{t(`figures.${known.by}`, ends(known))}</span>}
        </p>
      )}
      {agreement.now !== null && (
        <p>
          {t("figures.now", { value: figure(agreement.now, 3), count: agreement.settled })}{" "}
          <span className="muted">{t("figures.nowHint")}</span>
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className="muted">
        {t("figures.over", {
          coders: coders.length,
          sources: sources.length,
          characters: characters.toLocaleString(currentLanguage()),
        })}
      </p>
      {children}
      <Fold title={t("figures.methods")} className="agreement-methods">
        <p>{methods}</p>
      </Fold>
    </section>
  );
}

interface LineProps {
  code: CodeAgreement;
  coders: readonly string[];
  /** Whether anything was settled. */
  isSettled: boolean;
}

function CodeLine({ code, coders, isSettled }: LineProps) {
  const { t } = useTranslation("agreement");
  const { value, reason, stretches } = code;
  const known = bounds(code);
  const used = coders.filter((name) => (stretches[name] ?? 0) > 0).length;
  return (
    <tr>
      <th scope="row">{code.code}</th>
      {value === null ? (
        <td colSpan={2} className="muted">
          {reason}
        </td>
      ) : (
        <>
          <td className="number">{figure(value, 3)}</td>
          <td>
            <span className="agreement-known">
              <CoefficientLine of={code} />
              <span className="muted">{known && t("figures.range", ends(known))}</span>
            </span>
          </td>
        </>
      )}
      {isSettled && <td className="number">{code.now === null ? "–" : figure(code.now, 3)}</td>}
      {coders.length > MOST ? (
        <td className="number">{t("figures.used", { used, of: coders.length })}</td>
      ) : (
        coders.map((name) => (
          <td key={name} className="number">
            {stretches[name] ?? 0}
          </td>
        ))
      )}
    </tr>
  );
}

/** Code by code, those agreed on least first. */
export function Codes({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const { codes, coders, settled } = agreement;
  const by = codes.map(bounds).find((known) => known !== null)?.by;
  return (
    <div>
      <h2>{t("figures.codes")}</h2>
      <p className="muted">{t("figures.codesHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="agreement-table" tabIndex={0} aria-label={t("figures.codes")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("figures.code")}</th>
              <th scope="col" colSpan={2}>
                {by ? t(`figures.by.${by}`) : t("figures.value")}
              </th>
              {settled > 0 && <th scope="col">{t("figures.nowColumn")}</th>}
              {coders.length > MOST ? (
                <th scope="col">{t("figures.usedBy")}</th>
              ) : (
                coders.map((name) => (
                  <th key={name} scope="col" title={t("figures.stretches", { name })}>
                    {name}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {ranked(codes).map((code) => (
              <CodeLine key={code.guid} code={code} coders={coders} isSettled={settled > 0} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Two by two, those who agree least first. */
export function Pairs({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const pairs = [...agreement.pairs].sort((one, other) => (one.value ?? 2) - (other.value ?? 2));
  if (pairs.length === 0) return null;
  return (
    <Fold
      className="agreement-pairs"
      open={pairs.length <= MOST}
      titleClass="agreement-fold"
      title={t("figures.pairs")}
    >
      <div className="agreement-table">
        <table>
          <tbody>
            {pairs.map(({ first, second, value }) => (
              <tr key={`${first} ${second}`}>
                <th scope="row">{t("figures.pair", { first, second })}</th>
                <td className="number">{value === null ? "–" : figure(value, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fold>
  );
}
