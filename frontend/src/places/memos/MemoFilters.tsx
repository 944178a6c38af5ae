import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStudy } from "../../api/study";
import { Button, IconButton } from "../../components/Button";
import { SearchField, Select } from "../../components/Field";
import { useKindChoices } from "../../components/MemoWriter";
import {
  ABOUT_KINDS,
  type AboutKind,
  GROUPINGS,
  isFiltering,
  NO_FILTERS,
  useFilters,
} from "./filters";

const ALL = "all";

/** A day of a filter. */
function Day({ name }: { name: "since" | "until" }) {
  const { t } = useTranslation("memos");
  const value = useFilters((filters) => filters[name]);
  return (
    <label className="field">
      <span className="field-label">{t(`filters.${name}`)}</span>
      <input
        type="date"
        className="input"
        value={value}
        onChange={(event) => useFilters.setState({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

/** Which memos are listed. The rarer filters are folded away until one is used. */
export function MemoFilters({ field }: { field: Ref<HTMLInputElement> }) {
  const { t } = useTranslation("memos");
  const { data: study } = useStudy();
  const filters = useFilters();
  const kinds = useKindChoices();
  const [isOpen, setOpen] = useState(
    Boolean(filters.author || filters.aboutKind || filters.since || filters.until),
  );
  const all = { id: ALL, label: t("filters.all") };
  const users = study?.users ?? [];
  return (
    <search className="memo-filters">
      <SearchField
        ref={field}
        label={t("filters.text")}
        value={filters.text}
        onChange={(text) => useFilters.setState({ text })}
      />
      <div className="memo-filter-line">
        <Select
          label={t("filters.kind")}
          hidden
          choices={[{ id: ALL, label: t("filters.allKinds") }, ...kinds]}
          value={filters.kind ?? ALL}
          onChange={(kind) => useFilters.setState({ kind: kind === ALL ? null : kind })}
        />
        <Select
          label={t("filters.grouping")}
          hidden
          choices={GROUPINGS.map((id) => ({ id, label: t(`groupings.${id}`) }))}
          value={filters.grouping}
          onChange={(grouping) => useFilters.setState({ grouping })}
        />
        <IconButton
          icon="filter"
          label={t("filters.more")}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <div className="memo-filter-more">
          <Select
            label={t("filters.about")}
            choices={[all, ...ABOUT_KINDS.map((id) => ({ id, label: t(`aboutKinds.${id}`) }))]}
            value={filters.aboutKind ?? ALL}
            onChange={(kind) =>
              useFilters.setState({ aboutKind: kind === ALL ? null : (kind as AboutKind) })
            }
          />
          <Select
            label={t("filters.author")}
            choices={[all, ...users.map(({ guid, name }) => ({ id: guid, label: name }))]}
            value={filters.author ?? ALL}
            onChange={(author) => useFilters.setState({ author: author === ALL ? null : author })}
          />
          <Day name="since" />
          <Day name="until" />
        </div>
      )}
      {isFiltering(filters) && (
        <Button
          small
          look="quiet"
          onPress={() => useFilters.setState({ ...NO_FILTERS, grouping: filters.grouping })}
        >
          {t("filters.clear")}
        </Button>
      )}
    </search>
  );
}
