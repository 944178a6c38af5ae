import { useTranslation } from "react-i18next";
import { factLines } from "./facts";

/** The figures and names a check rests on, as a list of terms. */
export function Facts({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const { t, i18n } = useTranslation("conclude");
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  const named = (name: string) =>
    t(`facts.${name as "names"}`, { defaultValue: name.replaceAll("_", " ") });
  const lines = factLines(facts, {
    yes: t("checks.yes"),
    no: t("checks.no"),
    number: (value) => number.format(value),
    term: (name) => t(`sourceKinds.${name as "posts"}`, { defaultValue: named(name) }),
  });
  return (
    <dl className="check-facts">
      {lines.map(({ name, lines: told }) => (
        <div key={name}>
          <dt>{named(name)}</dt>
          {told.length === 0 && <dd>–</dd>}
          {told.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
