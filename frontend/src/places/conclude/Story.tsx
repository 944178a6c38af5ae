import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, client } from "../../api/client";
import type { Finding } from "../../api/findings";
import type { Change } from "../../api/history";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { dated, timed } from "../../lib/dates";
import { currentLanguage } from "../../lib/i18n";

const FEW = 6;
const MOST = 200;

/** Whether a change speaks of a finding: `F1` is not in `F10`. */
export function speaksOf(text: string, label: string): boolean {
  const bare = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${bare}(?![\\p{L}\\p{N}])`, "u").test(text);
}

/** Changes of the finding itself, and those that name it: of its evidence, checks and rivals. */
function useStory({ guid, label }: Pick<Finding, "guid" | "label">) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["history", study, "of", currentLanguage(), guid, label],
    queryFn: async () => {
      const asked = (query: { entity?: string; text?: string }) =>
        answer(
          client.GET("/api/studies/{study}/history", {
            params: { path: { study }, query: { ...query, limit: MOST } },
          }),
        );
      const [own, named] = await Promise.all([asked({ entity: guid }), asked({ text: label })]);
      const about = named.changes.filter((change) => speaksOf(change.text, label));
      const all = new Map([...own.changes, ...about].map((change) => [change.seq, change]));
      return [...all.values()].sort((one, other) => other.seq - one.seq);
    },
  });
}

function Step({ change }: { change: Change }) {
  const { t } = useTranslation("conclude");
  return (
    <li data-undone={change.undone || undefined}>
      <span>{change.undone ? <s>{change.text}</s> : change.text}</span>
      <small className="muted">
        {change.user_name} · {dated(change.time)}, {timed(change.time)}
        {change.undone && ` · ${t("story.undone")}`}
      </small>
    </li>
  );
}

/** How a finding came to be what it is, the newest first. */
export function Story({ finding }: { finding: Finding }) {
  const { t } = useTranslation("conclude");
  const { data: changes = [] } = useStory(finding);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, FEW);
  return (
    <section className="finding-ties finding-story" aria-labelledby="story">
      <h2 id="story">{t("story.title")}</h2>
      <ol>
        {shown.map((change) => (
          <Step key={change.seq} change={change} />
        ))}
      </ol>
      {changes.length > shown.length && (
        <Button small look="quiet" onPress={() => setWhole(true)}>
          {t("story.more", { count: changes.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
