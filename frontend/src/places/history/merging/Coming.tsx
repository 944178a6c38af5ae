import { useTranslation } from "react-i18next";
import type { MergePlan } from "../../../api/merges";

const WAYS = ["added", "changed", "removed", "left_out"] as const;

/** What would come, or came, by kind; and what else is to be said of it. */
export function Coming({ plan }: { plan: MergePlan }) {
  const { t } = useTranslation(["merging", "history"]);
  const told = WAYS.map((way) => ({ way, kinds: Object.entries(plan[way]) })).filter(
    ({ kinds }) => kinds.length > 0,
  );
  return (
    <>
      {told.length > 0 && (
        <dl className="merge-counts">
          {told.map(({ way, kinds }) => (
            <div key={way}>
              <dt>{t(`way.${way}`)}</dt>
              <dd>
                {kinds
                  .map(([kind, count]) =>
                    t(`history:kinds.${kind as "code"}`, {
                      count,
                      defaultValue: `${kind}: ${count}`,
                    }),
                  )
                  .join(" · ")}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {plan.problems.length > 0 && (
        <ul className="merge-notes">
          {plan.problems.map(({ code, text, where }) => (
            <li key={`${code} ${where} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
