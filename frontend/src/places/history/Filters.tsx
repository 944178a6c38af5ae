import { useTranslation } from "react-i18next";
import type { Wanted } from "../../api/history";
import { Chip } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select, TextField } from "../../components/Field";

const ALL = "all";
const KINDS = [
  "source",
  "code",
  "coding",
  "case",
  "value",
  "consent",
  "memo",
  "display",
  "cell",
  "finding",
  "evidence",
  "check",
  "reference",
  "set",
  "question",
  "study",
  "user",
] as const;

/** What a person typed and chose; days as `2026-11-24`. */
export interface Chosen {
  readonly user: string;
  readonly kind: string;
  readonly text: string;
  readonly since: string;
  readonly until: string;
}

export const NOTHING: Chosen = { user: "", kind: "", text: "", since: "", until: "" };

const midnight = (day: string, later = 0) => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** The same as the server is asked for it; `until` takes its day in. */
export function wantedOf({ user, kind, text, since, until }: Chosen): Wanted {
  return {
    ...(user && { user }),
    ...(kind && { kind }),
    ...(text.trim() && { text: text.trim() }),
    ...(since && { since: midnight(since) }),
    ...(until && { until: midnight(until, 1) }),
  };
}

interface Props {
  chosen: Chosen;
  people: readonly { guid: string; name: string }[];
  /** The one thing whose changes are shown, by its name. */
  entity: string | null;
  from: number | null;
  onChange: (chosen: Chosen) => void;
  onEverything: () => void;
}

/** Narrows the trail down. */
export function Filters({ chosen, people, entity, from, onChange, onEverything }: Props) {
  const { t } = useTranslation("history");
  const set = (part: Partial<Chosen>) => onChange({ ...chosen, ...part });
  const isNarrow = entity !== null || from !== null || Object.values(chosen).some(Boolean);
  return (
    <search className="history-filters" aria-label={t("filters.label")}>
      <TextField
        label={t("filters.text")}
        value={chosen.text}
        onChange={(text) => set({ text })}
        type="search"
      />
      {people.length > 1 && (
        <Select
          label={t("person.label")}
          choices={[
            { id: ALL, label: t("person.all") },
            ...people.map(({ guid, name }) => ({ id: guid, label: name })),
          ]}
          value={chosen.user || ALL}
          onChange={(user) => set({ user: user === ALL ? "" : user })}
        />
      )}
      <Select
        label={t("filters.kind")}
        choices={[
          { id: ALL, label: t("filters.all") },
          ...KINDS.map((kind) => ({ id: kind, label: t(`names.${kind}`) })),
        ]}
        value={chosen.kind || ALL}
        onChange={(kind) => set({ kind: kind === ALL ? "" : kind })}
      />
      <label className="field history-day">
        <span className="field-label">{t("filters.since")}</span>
        <input
          type="date"
          value={chosen.since}
          onChange={(event) => set({ since: event.target.value })}
        />
      </label>
      <label className="field history-day">
        <span className="field-label">{t("filters.until")}</span>
        <input
          type="date"
          value={chosen.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </label>
      {entity !== null && <Chip>{t("filters.entity", { name: entity || "…" })}</Chip>}
      {from !== null && <Chip>{t("filters.from", { seq: from })}</Chip>}
      {isNarrow && (
        <Button small look="quiet" onPress={onEverything}>
          {t("filters.everything")}
        </Button>
      )}
    </search>
  );
}
