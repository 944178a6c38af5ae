import { useTranslation } from "react-i18next";
import { type State, useStateDoings } from "../api/happenings";
import { useTyped } from "../lib/typed";
import { TextField } from "./Field";
import { HappenedDialog } from "./HappenedDialog";
import { LeadsOf } from "./LeadsOf";
import { Meanwhile } from "./Meanwhile";

const valuesOf = (one: State | null) => ({
  name: one?.name ?? "",
  date: one?.date ?? "",
  description: one?.description ?? "",
});

/** How things stood: a new state, or one that is there. */
export function StateDialog({ one, onClose }: { one: State | null; onClose: () => void }) {
  const { t } = useTranslation("happened");
  const { draft, patch, contested, put, forget } = useTyped(valuesOf(one));
  const { add, change, remove } = useStateDoings();
  const label = (field: keyof typeof draft) => t(field === "name" ? "states.name" : field);
  return (
    <HappenedDialog
      title={t(one ? "states.change" : "states.new")}
      removed={t("states.removed")}
      isNamed={draft.name.trim() !== ""}
      isTyped={Object.keys(patch).length > 0}
      onKeep={() => (one ? change.mutateAsync({ one, patch }) : add.mutateAsync(draft))}
      onRemove={one && (() => remove.mutateAsync(one))}
      onClose={onClose}
    >
      <Meanwhile
        fields={contested.map((id) => ({ id, label: label(id), value: one?.[id] ?? "" }))}
        onTake={(id) => forget(id as keyof typeof draft)}
      />
      <TextField
        label={label("name")}
        value={draft.name}
        onChange={(name) => put({ name })}
        autoFocus
      />
      <TextField
        label={label("date")}
        note={t("dateNote")}
        value={draft.date}
        onChange={(date) => put({ date })}
      />
      <TextField
        label={label("description")}
        rows={3}
        value={draft.description}
        onChange={(description) => put({ description })}
      />
      {one && <LeadsOf of={{ kind: "state", ...one }} leads={one.leads} follows={one.follows} />}
    </HappenedDialog>
  );
}
