import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { lasting } from "../../../api/lasting";
import { useAddSet, usePutInSet, useSets } from "../../../api/sets";
import type { Code } from "../../../api/types";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox, TextField } from "../../../components/Field";
import { useCodebookView } from "../../../stores/codebook";
import { useDone } from "./use-done";
import { useNames } from "./use-names";

interface Props {
  chosen: readonly Code[];
  onClose: () => void;
}

/** Puts codes into sets and takes them out, by keys as well; a new set can be made of them. */
export function SetsDialog({ chosen, onClose }: Props) {
  const { t } = useTranslation(["codebook", "shell"]);
  const groups = useSets("code").filter(({ query }) => query === null);
  const put = usePutInSet();
  const add = useAddSet();
  const { onError } = useDone();
  const [name, setName] = useState("");
  const names = useNames(chosen);
  const guids = chosen.map(({ guid }) => guid);
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    lasting(
      add,
      { name: name.trim(), of: "code", members: guids },
      {
        onSuccess: () => {
          setName("");
          useCodebookView.setState({ showsSets: true });
        },
        onError,
      },
    );
  };
  return (
    <Dialog
      title={t("sets.of", { name: names })}
      isOpen
      onClose={onClose}
      width="28rem"
      footer={<Button onPress={onClose}>{t("sets.ready")}</Button>}
    >
      {groups.length === 0 && <p className="muted">{t("sets.hint")}</p>}
      <ul className="set-choices">
        {groups.map((group) => {
          const inside = guids.filter((guid) => group.members.includes(guid)).length;
          return (
            <li key={group.guid}>
              <Checkbox
                isSelected={inside === guids.length}
                isIndeterminate={inside > 0 && inside < guids.length}
                onChange={(isIn) =>
                  lasting(put, { set: group.guid, [isIn ? "add" : "remove"]: guids }, { onError })
                }
              >
                <span>
                  {group.name} <small className="muted number">{group.members.length}</small>
                </span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
      <form className="set-new" onSubmit={make}>
        <TextField label={t("sets.newName")} value={name} onChange={setName} />
        <Button type="submit" isDisabled={name.trim() === ""} isPending={add.isPending}>
          {t("sets.make")}
        </Button>
      </form>
    </Dialog>
  );
}
