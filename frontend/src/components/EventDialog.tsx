import { useTranslation } from "react-i18next";
import { useCases } from "../api/cases";
import { type Happened, shownBy, useEventDoings } from "../api/happenings";
import type { NotedWords } from "../app/noting";
import { useTyped } from "../lib/typed";
import { EvidenceOf } from "./EvidenceOf";
import { Checkbox, TextField } from "./Field";
import { HappenedDialog } from "./HappenedDialog";
import { LeadsOf } from "./LeadsOf";
import { Meanwhile } from "./Meanwhile";

const valuesOf = (one: Happened | null) => ({
  name: one?.name ?? "",
  date: one?.date ?? "",
  kind: one?.kind ?? "",
  place: one?.place ?? "",
  critical: one?.critical ?? false,
  impact: one?.impact ?? "",
  description: one?.description ?? "",
  actors: one?.actors.map(({ guid }) => guid) ?? [],
});

interface Props {
  one: Happened | null;
  /** Words that show a new one. */
  words?: NotedWords | null;
  onClose: () => void;
}

/** What an event was: a new one, or one that is there. */
export function EventDialog({ one, words = null, onClose }: Props) {
  const { t } = useTranslation("happened");
  const { draft, patch, contested, put, forget } = useTyped(valuesOf(one));
  const { data: cases = [] } = useCases();
  const { add, change, remove } = useEventDoings();
  // Nobody ticked: whose words they are.
  const actors = words && draft.actors.length === 0 ? null : draft.actors;
  const shown = words ? [shownBy(words)] : [];
  const tick = (guid: string, isOn: boolean) =>
    put({ actors: isOn ? [...draft.actors, guid] : draft.actors.filter((id) => id !== guid) });
  const told = (field: keyof typeof draft): string => {
    if (field === "actors") return one?.actors.map(({ name }) => name).join(", ") ?? "";
    if (field === "critical") return t(one?.critical ? "yes" : "no");
    return one?.[field] ?? "";
  };
  return (
    <HappenedDialog
      title={t(one ? "events.change" : "events.new")}
      removed={t("events.removed")}
      isNamed={draft.name.trim() !== ""}
      isTyped={Object.keys(patch).length > 0}
      onKeep={() =>
        one ? change.mutateAsync({ one, patch }) : add.mutateAsync({ ...draft, actors, shown })
      }
      onRemove={one && (() => remove.mutateAsync(one))}
      onClose={onClose}
    >
      {words && (
        <blockquote className="happened-words" dir="auto">
          {words.quote}
        </blockquote>
      )}
      <Meanwhile
        fields={contested.map((id) => ({ id, label: t(id), value: told(id) }))}
        onTake={(id) => forget(id as keyof typeof draft)}
      />
      <TextField
        label={t("name")}
        value={draft.name}
        onChange={(name) => put({ name })}
        autoFocus
      />
      <TextField
        label={t("date")}
        note={t("dateNote")}
        value={draft.date}
        onChange={(date) => put({ date })}
      />
      <TextField
        label={t("kind")}
        note={t("kindNote")}
        value={draft.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField label={t("place")} value={draft.place} onChange={(place) => put({ place })} />
      <Checkbox isSelected={draft.critical} onChange={(critical) => put({ critical })}>
        {t("critical")}
      </Checkbox>
      <TextField
        label={t("impact")}
        rows={2}
        value={draft.impact}
        onChange={(impact) => put({ impact })}
      />
      <TextField
        label={t("description")}
        rows={3}
        value={draft.description}
        onChange={(description) => put({ description })}
      />
      <fieldset className="happened-actors">
        <legend>{t(words ? "actorsOfWords" : "actors")}</legend>
        {cases.map(({ guid, name }) => (
          <Checkbox
            key={guid}
            isSelected={draft.actors.includes(guid)}
            onChange={(isOn) => tick(guid, isOn)}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      {one && (
        <>
          <EvidenceOf of="events" guid={one.guid} evidence={one.evidence} name={one.name} />
          <LeadsOf of={{ ...one, kind: "event" }} leads={one.leads} follows={one.follows} />
        </>
      )}
    </HappenedDialog>
  );
}
