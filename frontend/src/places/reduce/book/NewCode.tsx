import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddCode } from "../../../api/codes";
import { lasting } from "../../../api/lasting";
import type { Code } from "../../../api/types";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox, TextField } from "../../../components/Field";
import { Colours } from "./Colours";
import { COLOURS } from "./palette";
import { tell } from "./shelf";
import { useDone } from "./use-done";

interface Props {
  parent: Code | null;
  onClose: () => void;
}

/** A new code: its name, colour and a few words; the rest of its entry is written in its place. */
export function NewCode({ parent, onClose }: Props) {
  const { t } = useTranslation(["reduce", "shell", "codebook"]);
  const [name, setName] = useState("");
  const [colour, setColour] = useState<string>(parent?.colour ?? COLOURS.blue);
  const [short, setShort] = useState("");
  const [codable, setCodable] = useState(true);
  const add = useAddCode();
  const { onError } = useDone();
  const form = useId();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const made = name.trim();
    if (made === "") return;
    lasting(
      add,
      { name: made, colour, short, codable, ...(parent && { parent: parent.guid }) },
      {
        onSuccess: () => {
          tell(t("codebook:made", { name: made }));
          onClose();
        },
        onError,
      },
    );
  };
  return (
    <Dialog
      title={t("codes.addTitle")}
      isOpen
      onClose={onClose}
      width="34rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            isDisabled={name.trim() === ""}
            isPending={add.isPending}
          >
            {t("entry.make")}
          </Button>
        </>
      }
    >
      <form id={form} className="entry" onSubmit={save}>
        <TextField
          label={t("entry.name")}
          value={name}
          onChange={setName}
          autoFocus
          {...(parent && { note: t("entry.under", { path: parent.path }) })}
        />
        <Colours value={colour} onChange={setColour} />
        <TextField
          label={t("entry.short")}
          note={t("entry.shortNote")}
          value={short}
          onChange={setShort}
        />
        <Checkbox isSelected={codable} onChange={setCodable}>
          {t("entry.codable")}
        </Checkbox>
      </form>
    </Dialog>
  );
}
