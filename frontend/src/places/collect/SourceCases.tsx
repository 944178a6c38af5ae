import { useTranslation } from "react-i18next";
import { useCases, useGiveSources, useTakeSource } from "../../api/cases";
import type { Source } from "../../api/types";
import { Chip } from "../../components/Bits";
import { Select } from "../../components/Field";
import { toastProblem } from "../../components/toasts";

/** The cases a source belongs to. */
export function SourceCases({ source }: { source: Source }) {
  const { t } = useTranslation(["collect", "shell"]);
  const { data: cases } = useCases();
  const give = useGiveSources();
  const take = useTakeSource();
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));
  const own = new Set(source.cases.map(({ guid }) => guid));
  const others = (cases ?? []).filter(({ guid }) => !own.has(guid));
  return (
    <div className="field">
      <span className="label">{t("columns.case")}</span>
      <div className="inspector-cases">
        {source.cases.map((one) => (
          <Chip
            key={one.guid}
            removal={t("inspector.takeCase", { name: one.name })}
            onRemove={() => take.mutate({ one: one.guid, source: source.guid }, { onError })}
          >
            {one.name}
          </Chip>
        ))}
        {others.length > 0 && (
          <Select
            label={t("inspector.giveCase")}
            hidden
            placeholder={t("inspector.giveCase")}
            choices={others.map(({ guid, name }) => ({ id: guid, label: name }))}
            value={null}
            onChange={(one) => give.mutate({ one, sources: [source.guid] }, { onError })}
          />
        )}
      </div>
    </div>
  );
}
