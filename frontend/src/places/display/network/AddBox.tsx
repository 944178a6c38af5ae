import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttributes } from "../../../api/cases";
import { useNamed } from "../../../api/names";
import type { Network, StandsFor } from "../../../api/networks";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { TextField } from "../../../components/Field";
import { Icon } from "../../../components/Icon";
import { NAMED_ICONS } from "../../../components/Suggestions";

interface Props {
  network: Network;
  isPending: boolean;
  onAdd: (label: string, about: StandsFor | null) => void;
  onClose: () => void;
}

const FOR: readonly string[] = ["code", "case", "source", "event", "state", "finding", "reference"];
const MOST = 8;

/** A new box: by a name of one's own, or for something of the study. */
export function AddBox({ network, isPending, onAdd, onClose }: Props) {
  const { t } = useTranslation("networks");
  const [label, setLabel] = useState("");
  const sought = useDeferredValue(label.trim());
  const { data: named = [] } = useNamed(sought, 20);
  const { data: attributes = [] } = useAttributes();
  const taken = new Set(network.nodes.flatMap(({ about }) => (about ? [about.guid] : [])));
  const letters = sought.toLocaleLowerCase();
  const found = [
    ...named.filter(({ kind }) => FOR.includes(kind)),
    ...attributes
      .filter(({ name }) => letters !== "" && name.toLocaleLowerCase().includes(letters))
      .map(({ guid, name }) => ({ kind: "attribute", guid, label: name, where: "" })),
  ].filter(({ guid }) => !taken.has(guid));
  const ready = label.trim() !== "";
  const free = () => ready && onAdd(label.trim(), null);
  return (
    <Dialog
      title={t("addBox")}
      isOpen
      onClose={onClose}
      width="28rem"
      footer={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button look="primary" isDisabled={!ready} isPending={isPending} onPress={free}>
            {t("add")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          free();
        }}
      >
        <TextField
          label={t("label")}
          note={t("addNote")}
          value={label}
          onChange={setLabel}
          autoFocus
        />
      </form>
      <ul className="net-found" aria-label={t("ofStudy")}>
        {found.slice(0, MOST).map((one) => (
          <li key={one.guid}>
            <button
              type="button"
              className="line-button"
              onClick={() =>
                onAdd(one.label, { kind: one.kind as StandsFor["kind"], guid: one.guid })
              }
            >
              <Icon name={NAMED_ICONS[one.kind] ?? "link"} size={15} />
              <bdi className="clip">{one.label}</bdi>
              <small className="muted">{t(`about.${one.kind as "code"}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
