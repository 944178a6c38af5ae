import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answer, client } from "../../api/client";
import { type Finding, useEvidenceWrites, useFindingTies } from "../../api/findings";
import { useStudyId } from "../../api/study";
import { IconButton } from "../../components/Button";
import { Select } from "../../components/Field";
import { useRefusal } from "./saving";

function useWorks() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["references", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/references", { params: { path: { study } } })),
  });
}

/** The works of the literature a finding rests on. */
export function Works({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation("conclude");
  const { data: works = [] } = useWorks();
  const { cite, uncite } = useFindingTies(finding.guid);
  const refused = useRefusal();
  const { add } = useEvidenceWrites(finding.guid);
  const onError = (error: Error) => refused(error);
  const cited = new Set(finding.references.map((one) => one.guid));
  const free = works.filter((one) => !cited.has(one.guid));
  return (
    <section className="finding-ties" aria-labelledby="works">
      <h2 id="works">{t("works.title")}</h2>
      {cited.size === 0 && (
        <p className="muted">
          {works.length === 0 ? (
            <>
              {t("works.empty")} <a href="#/collect/literature">{t("works.collect")}</a>
            </>
          ) : (
            t("works.none")
          )}
        </p>
      )}
      <ul>
        {finding.references.map((work) => (
          <li key={work.guid} className="tie-line">
            <span>
              <strong>{work.key}</strong> {work.title}
            </span>
            {!readOnly && (
              <span className="tie-doings">
                <IconButton
                  icon="evidence"
                  size={14}
                  label={t("works.weigh", { key: work.key })}
                  onPress={() => add.mutate({ reference: work.guid }, { onError })}
                />
                <IconButton
                  icon="close"
                  size={14}
                  label={t("works.remove", { key: work.key })}
                  onPress={() => uncite.mutate(work.guid, { onError })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && free.length > 0 && (
        <Select
          label={t("works.add")}
          hidden
          placeholder={t("works.add")}
          choices={free.map((one) => ({ id: one.guid, label: one.short }))}
          value={null}
          onChange={(work) => cite.mutate(work, { onError })}
        />
      )}
    </section>
  );
}
