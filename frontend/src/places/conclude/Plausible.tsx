import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { useRecords, useRecordWrites } from "../../api/records";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { useRefusal } from "./saving";

/** Whether a finding is marked as merely plausible and nothing confirms it. */
export const isOnlyPlausible = ({ plausible, confirmed }: Finding) =>
  plausible && confirmed.length === 0;

/** Statuses in which it may be said that a finding merely makes sense. */
const UNFIRM: ReadonlySet<string> = new Set(["hunch", "proposition"]);

/** That a finding merely makes sense so far: said, shown and taken back. */
export function Plausible({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation("tested");
  const { data: records = [] } = useRecords(finding.guid);
  const { add, remove } = useRecordWrites(finding.guid);
  const refused = useRefusal();
  const onError = (error: Error) => refused(error);
  const marks = records.filter(({ kind }) => kind === "plausible");
  const whys = marks.map(({ values }) => String(values.why ?? "")).filter(Boolean);
  const takeBack = () => {
    for (const mark of marks) remove.mutate(mark, { onError });
  };
  const named = finding.checks
    .filter(({ tactic }) => finding.confirmed.includes(tactic))
    .map(({ title }) => title);
  if (!finding.plausible && (readOnly || !UNFIRM.has(finding.status))) return null;
  return (
    <div className="plausible">
      {isOnlyPlausible(finding) && (
        <Badge tone="warn" icon="warning">
          {t("plausible.only")}
        </Badge>
      )}
      {finding.plausible && (
        <span>
          {[
            ...whys,
            named.length > 0
              ? t("plausible.confirmed", { checks: named.join(", ") })
              : t("plausible.stays"),
          ].join(" ")}
        </span>
      )}
      {!readOnly && (
        <Button
          small
          look="quiet"
          isPending={add.isPending || remove.isPending}
          onPress={
            finding.plausible
              ? takeBack
              : () => add.mutate({ kind: "plausible", values: {} }, { onError })
          }
        >
          {t(finding.plausible ? "plausible.takeBack" : "plausible.mark")}
        </Button>
      )}
    </div>
  );
}
