import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCases } from "../../../api/cases";
import type { HappenedFilter } from "../../../api/happenings";
import { useSeenAnywhere } from "../../../api/seen";
import { useStudy } from "../../../api/study";
import { SearchField, Select, TextField } from "../../../components/Field";

interface Props {
  /** What is filtered, for whoever cannot see it. */
  label: string;
  find: string;
  cases: string;
  filter: HappenedFilter;
  onChange: (to: HappenedFilter) => void;
  /** What only one of the pages filters by. */
  children?: ReactNode;
}

/** Which events or ratings: by words, case, time and who noted them. */
export function HappenedFilters({ label, find, cases, filter, onChange, children }: Props) {
  const { t } = useTranslation("happened");
  const { data: known = [] } = useCases();
  const { data: study } = useStudy();
  const { isBlind } = useSeenAnywhere();
  const users = isBlind ? [] : (study?.users ?? []);
  const put = (part: Partial<HappenedFilter>) => onChange({ ...filter, ...part });
  const named = (from: readonly { guid: string; name: string }[]) =>
    from.map(({ guid, name }) => ({ id: guid, label: name }));
  return (
    <search className="happened-filters" aria-label={label}>
      <SearchField label={find} value={filter.text} onChange={(text) => put({ text })} />
      <Select
        label={cases}
        choices={[{ id: "", label: t("filter.anyone") }, ...named(known)]}
        value={filter.case}
        onChange={(one) => put({ case: one })}
      />
      {children}
      <TextField
        label={t("filter.since")}
        value={filter.since}
        onChange={(since) => put({ since })}
      />
      <TextField
        label={t("filter.until")}
        value={filter.until}
        onChange={(until) => put({ until })}
      />
      {users.length > 1 && (
        <Select
          label={t("filter.by")}
          choices={[{ id: "", label: t("filter.everybody") }, ...named(users)]}
          value={filter.by}
          onChange={(by) => put({ by })}
        />
      )}
    </search>
  );
}
