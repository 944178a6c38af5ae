import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAudit, usePutInCategory } from "../../api/audit";
import { type Named, useNamed } from "../../api/names";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select, TextField } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { NAMED_ICONS } from "../../components/Suggestions";
import { toast } from "../../components/toasts";

const ITS_OWN = "own";
const SHOWN = 8;

/** Something put into another category than its kind belongs to, or back. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["audit", "shell"]);
  const { data: categories = [] } = useAudit();
  const put = usePutInCategory();
  const [letters, setLetters] = useState("");
  const [what, setWhat] = useState<Named | null>(null);
  const [category, setCategory] = useState<string>(ITS_OWN);
  const { data = [] } = useNamed(letters, SHOWN);
  const keep = () =>
    what &&
    put.mutate(
      { kind: what.kind, guid: what.guid, category: category === ITS_OWN ? null : category },
      {
        onSuccess: ({ category: now }) => {
          onClose();
          const place = categories.find(({ name }) => name === now)?.title ?? now;
          toast(t("move.done", { name: what.label, place }), { tone: "good" });
        },
      },
    );
  return (
    <Dialog
      title={t("move.title")}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={what === null}
            isPending={put.isPending}
            onPress={keep}
          >
            {t("move.do")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("move.lead")}</p>
      <TextField
        label={t("move.find")}
        autoFocus
        value={what?.label ?? letters}
        onChange={(text) => {
          setWhat(null);
          setLetters(text);
        }}
        {...(put.error && { error: put.error.message })}
      />
      {!what && letters !== "" && (
        <ul className="audit-found" aria-label={t("move.found")}>
          {data.map((one) => (
            <li key={one.guid}>
              <Button small look="quiet" onPress={() => setWhat(one)}>
                <Icon name={NAMED_ICONS[one.kind] ?? "file"} size={14} /> <bdi>{one.label}</bdi>
                {one.kind !== "source" && <small className="muted">{one.where}</small>}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={t("move.where")}
        choices={[
          { id: ITS_OWN, label: t("move.own") },
          ...categories.map(({ name, title }) => ({ id: name as string, label: title })),
        ]}
        value={category}
        onChange={setCategory}
      />
    </Dialog>
  );
}
