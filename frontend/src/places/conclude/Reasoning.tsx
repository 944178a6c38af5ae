import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { useReasoning } from "../../api/records";
import { Records } from "./Records";

const NOTHING = { cases: [], words: [] } as const;
const STEP = { kind: "step", given: {} } as const;

/** The steps of reasoning that lead to a finding: together as strong as the weakest. */
export function Reasoning({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation("tested");
  const { data: chain } = useReasoning(finding.guid);
  return (
    <section className="finding-ties" aria-labelledby="reasoning">
      <h2 id="reasoning">{t("reasoning.title")}</h2>
      <p className={chain?.weakest ? "" : "muted"}>
        {chain?.weakest ? chain.sentence : t("reasoning.lead")}
      </p>
      <Records finding={finding} about={STEP} offered={NOTHING} readOnly={readOnly} />
    </section>
  );
}
