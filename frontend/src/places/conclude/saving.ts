import { useTranslation } from "react-i18next";
import type { Finding, FindingPatch } from "../../api/findings";
import { useFindingWrites } from "../../api/findings";
import { ApiProblem } from "../../api/problem";
import { toast } from "../../components/toasts";

/** What was typed, so that nobody loses words that were not taken. */
function typedIn(patch: FindingPatch): string {
  return Object.values(patch)
    .filter((value) => typeof value === "string")
    .join(" ");
}

/** Says why something was not saved; somebody else's change is told apart from the rest. */
export function useRefusal() {
  const { t } = useTranslation("conclude");
  return (error: unknown, typed = "") => {
    const stale = error instanceof ApiProblem && error.code === "stale-revision";
    const reason = error instanceof Error ? error.message : String(error);
    const text = stale ? t("finding.stale", { text: typed }) : t("finding.failed", { reason });
    toast(text, { tone: "danger" });
  };
}

/** Saves parts of a finding, one change each. */
export function useSaveFinding(finding: Finding) {
  const { change } = useFindingWrites();
  const refused = useRefusal();
  return (patch: FindingPatch) =>
    change.mutate(
      { of: finding, ...patch },
      { onError: (error) => refused(error, typedIn(patch)) },
    );
}
