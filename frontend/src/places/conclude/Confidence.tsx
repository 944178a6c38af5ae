import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { Fold } from "../../components/Fold";
import type { CONFIDENCES } from "./board";
import { Facts } from "./Facts";
import { Records } from "./Records";

/** What the checks hint at for each component: their tactics and the facts of them. */
const HINTS = {
  "methodological limitations": {
    "researcher-effects": ["recorded", "solicited", "leading", "in_company", "reflexive_memos"],
    coders: ["coded_by_several"],
  },
  coherence: {
    "negative-evidence": ["qualifying", "contradicting", "contradicting_share", "searches"],
    outliers: ["fails_for"],
  },
  adequacy: {
    representativeness: ["supporting", "effective_sources", "dominance"],
    "weight-of-evidence": ["supports", "weight_for"],
  },
  relevance: {
    representativeness: ["in_scope", "coverage", "silent", "empty_strata"],
  },
} as const;

type Component = keyof typeof HINTS;
const COMPONENTS = Object.keys(HINTS) as Component[];
/** Of all components together only the explanation is asked. */
const WHOLE = { component: "overall", concern: "" };
const NOTHING = { cases: [], words: [] };

/** The facts of checks that are hints for a component, in their order. */
function hintsOf({ checks }: Finding, component: Component): Record<string, unknown> {
  const hints: Readonly<Record<string, readonly string[]>> = HINTS[component];
  const found = Object.entries(hints).flatMap(([tactic, names]) => {
    const facts = checks.find((check) => check.tactic === tactic)?.facts ?? {};
    return names.filter((name) => name in facts).map((name) => [name, facts[name]] as const);
  });
  return Object.fromEntries(found);
}

/** How sure one is of a finding, by the four components of GRADE-CERQual, each with its reasons. */
export function Confidence({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation(["tested", "conclude"]);
  const level = (finding.confidence ?? "none") as (typeof CONFIDENCES)[number] | "none";
  const confidence = t(`conclude:confidence.${level}`);
  return (
    <section className="finding-ties" aria-labelledby="appraised">
      <h2 id="appraised">{t("confidence.title")}</h2>
      <p>
        <strong>{t("confidence.overall", { confidence })}</strong>
      </p>
      <section className="component" aria-label={t("confidence.whole")}>
        <h3>{t("confidence.whole")}</h3>
        <Records
          finding={finding}
          about={{ kind: "appraisal", given: WHOLE, once: true }}
          offered={NOTHING}
          readOnly={readOnly}
        />
      </section>
      <p className="muted">{t("confidence.lead")}</p>
      {COMPONENTS.map((component) => (
        <section
          key={component}
          className="component"
          aria-label={t(`confidence.components.${component}`)}
        >
          <h3>{t(`confidence.components.${component}`)}</h3>
          <Records
            finding={finding}
            about={{ kind: "appraisal", given: { component }, once: true }}
            offered={NOTHING}
            readOnly={readOnly}
          />
          <Fold title={t("confidence.hints")}>
            <Facts facts={hintsOf(finding, component)} />
          </Fold>
        </section>
      ))}
    </section>
  );
}
