import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { lasting } from "../../api/lasting";
import { useCount } from "../../api/segments";
import {
  type Group,
  type GroupOf,
  useAddSet,
  useChangeSet,
  useRemoveSet,
  useSetCounts,
} from "../../api/sets";
import { useSlowly } from "../../lib/slowly";
import { Badge } from "../Bits";
import { Button, IconButton } from "../Button";
import { Dialog } from "../Dialog";
import { Select, TextField } from "../Field";
import { toast, toastProblem } from "../toasts";
import { QueryText } from "./QueryText";
import { Wrong } from "./Wrong";

const KINDS: readonly GroupOf[] = ["segment", "source", "case", "code"];

function useFailed() {
  const { t } = useTranslation(["query", "shell"]);
  return (error: unknown) => toastProblem(error, t("sets.failed"), t("shell:offline.hint"));
}

/** Keeps a query under a name: a set that is filled by it at any time. */
export function KeepDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const { t } = useTranslation(["query", "shell"]);
  const [name, setName] = useState("");
  const [of, setOf] = useState<GroupOf>("segment");
  const add = useAddSet();
  const onError = useFailed();
  const keep = (event?: FormEvent) => {
    event?.preventDefault();
    if (name.trim() === "") return;
    lasting(
      add,
      { name: name.trim(), of, query, members: [] },
      {
        onSuccess: (made) => {
          onClose();
          toast(t("sets.kept", { name: made.name, count: made.count }), { tone: "good" });
        },
        onError,
      },
    );
  };
  return (
    <Dialog
      title={t("sets.keepTitle")}
      isOpen
      onClose={onClose}
      width="30rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={name.trim() === ""}
            isPending={add.isPending}
            onPress={() => keep()}
          >
            {t("sets.keepIt")}
          </Button>
        </>
      }
    >
      <form className="query-form" onSubmit={keep}>
        <code className="query-told">{query}</code>
        <TextField label={t("sets.name")} value={name} autoFocus onChange={setName} />
        <Select<GroupOf>
          label={t("sets.of")}
          choices={KINDS.map((id) => ({ id, label: t(`sets.kinds.${id}`) }))}
          value={of}
          onChange={setOf}
        />
        <p className="muted">{t("sets.live")}</p>
      </form>
    </Dialog>
  );
}

/** A set's name and query, to be changed. */
function SetEditor({ group, onDone }: { group: Group; onDone: () => void }) {
  const { t } = useTranslation(["query", "shell"]);
  const [name, setName] = useState(group.name);
  const [query, setQuery] = useState(group.query ?? "");
  const slow = useSlowly(query.trim());
  const found = useCount(group.query === null ? "" : slow);
  const change = useChangeSet();
  const onError = useFailed();
  const save = () => {
    const patch = {
      ...(name.trim() !== group.name && { name: name.trim() }),
      ...(group.query !== null && query.trim() !== group.query && { query: query.trim() }),
    };
    if (Object.keys(patch).length === 0) return onDone();
    lasting(change, { group, patch }, { onSuccess: onDone, onError });
  };
  return (
    <div className="query-form">
      <TextField label={t("sets.name")} value={name} autoFocus onChange={setName} />
      {group.query !== null && (
        <>
          <QueryText
            label={t("sets.query")}
            value={query}
            rows={2}
            isWrong={found.error !== null}
            onChange={setQuery}
            onEscape={onDone}
          />
          {found.error && <Wrong query={slow} error={found.error} />}
          {found.data && (
            <p className="muted" role="status">
              {t("count", { count: found.data.total })}
            </p>
          )}
        </>
      )}
      <p className="query-form-doings">
        <Button small onPress={onDone}>
          {t("shell:cancel")}
        </Button>
        <Button
          small
          look="primary"
          writes
          isDisabled={name.trim() === "" || found.error !== null}
          isPending={change.isPending}
          onPress={save}
        >
          {t("sets.save")}
        </Button>
      </p>
    </div>
  );
}

/** All sets with what fills them and how much that is now: renamed, changed and removed. */
export function SetsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["query", "shell"]);
  const groups = useSetCounts();
  const [edited, setEdited] = useState<string | null>(null);
  const remove = useRemoveSet();
  const onError = useFailed();
  return (
    <Dialog title={t("sets.all")} isOpen onClose={onClose} width="40rem">
      {groups.length === 0 && <p className="muted">{t("sets.none")}</p>}
      <ul className="query-sets">
        {groups.map((group) => (
          <li key={group.guid}>
            <div className="query-set-line">
              <strong className="clip" dir="auto">
                {group.name}
              </strong>
              <Badge>{t(`sets.counts.${group.of as GroupOf}`, { count: group.count })}</Badge>
              <span className="push" />
              <IconButton
                icon="edit"
                size={16}
                writes
                label={t("sets.change", { name: group.name })}
                onPress={() => setEdited(edited === group.guid ? null : group.guid)}
              />
              <IconButton
                icon="trash"
                size={16}
                writes
                label={t("sets.remove", { name: group.name })}
                onPress={() =>
                  lasting(remove, group.guid, {
                    onSuccess: () => toast(t("sets.removed", { name: group.name })),
                    onError,
                  })
                }
              />
            </div>
            {edited === group.guid ? (
              <SetEditor group={group} onDone={() => setEdited(null)} />
            ) : (
              <code className="query-told">{group.query ?? t("sets.listed")}</code>
            )}
            {group.problem && <p className="query-problem">{group.problem}</p>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
