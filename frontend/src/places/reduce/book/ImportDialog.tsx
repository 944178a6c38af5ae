import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CodebookRead, useReadCodebook } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import { Badge, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox, TextField } from "../../../components/Field";
import { fileOf, PASTED } from "./pasted";
import { useDone } from "./use-done";
import "./frames.css";

interface Props {
  /** The file that was dropped or pasted; without one it is chosen here. */
  first: File | null;
  onClose: () => void;
}

const SHOWN = 200;
const TONES = { new: "good", changed: "warn", same: "plain" } as const;

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** What a codebook would change, entry by entry. */
function Changes({ read }: { read: CodebookRead }) {
  const { t } = useTranslation(["codebook", "reduce"]);
  const fieldName = (field: string) => t(`reduce:entry.${field as "short"}`);
  const told = read.entries.filter(({ state }) => state !== "same");
  return (
    <ul className="import-entries">
      {told.slice(0, SHOWN).map((entry) => (
        <li key={entry.path}>
          <Badge tone={TONES[entry.state as "new"]}>{t(`import.${entry.state as "new"}`)}</Badge>
          <span dir="auto">{entry.path}</span>
          {entry.fields.length > 0 && (
            <dl>
              {entry.fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd dir="auto">
                    {before && <del>{before}</del>} {after}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Choosing({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation("codebook");
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  return (
    <>
      <p className="muted">{t("import.hint")}</p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".yaml,.yml,.csv,.xlsx,.docx,.qdc"
        onChange={(event) => event.target.files?.[0] && onFile(event.target.files[0])}
      />
      <Button icon="file" onPress={() => field.current?.click()}>
        {t("import.choose")}
      </Button>
      <TextField
        label={t("import.paste")}
        note={t("import.pasteNote")}
        rows={6}
        value={text}
        onChange={setText}
      />
      <Button isDisabled={text.trim() === ""} onPress={() => onFile(fileOf(text))}>
        {t("import.look")}
      </Button>
    </>
  );
}

/** A codebook of one's own or of others: first what it would change, then it is merged in. */
export function ImportDialog({ first, onClose }: Props) {
  const { t } = useTranslation(["codebook", "shell"]);
  const [file, setFile] = useState(first);
  const [replace, setReplace] = useState(false);
  const look = useReadCodebook();
  const take = useReadCodebook();
  const { done, onError } = useDone();
  const { mutate } = look;
  useEffect(() => {
    if (!file) return;
    void base64(file).then((content) =>
      mutate({ name: file.name, content, replace, dry_run: true }),
    );
  }, [file, replace, mutate]);
  const act = async () => {
    if (!file) return;
    const content = await base64(file);
    lasting(
      take,
      { name: file.name, content, replace, dry_run: false },
      {
        onSuccess: ({ entries }) => {
          const made = entries.filter(({ state }) => state === "new").length;
          const changed = entries.filter(({ state }) => state === "changed").length;
          done(t("import.done", { made, changed }));
          onClose();
        },
        onError,
      },
    );
  };
  const read = file ? look.data : undefined;
  const count = (state: string) => read?.entries.filter((one) => one.state === state).length ?? 0;
  const name = file?.name.startsWith(PASTED) ? t("import.pasted") : file?.name;
  const isNothing = count("new") + count("changed") === 0;
  return (
    <Dialog
      title={file ? t("import.title", { name }) : t("import.open")}
      isOpen
      onClose={onClose}
      width="40rem"
      footer={
        <>
          {file && <Button onPress={() => setFile(null)}>{t("import.other")}</Button>}
          <span className="push" />
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          {read && (
            <Button look="primary" isDisabled={isNothing} isPending={take.isPending} onPress={act}>
              {t("import.take")}
            </Button>
          )}
        </>
      }
    >
      {!file && <Choosing onFile={setFile} />}
      {file && look.isPending && <Loading />}
      {file && look.error && (
        <p role="alert" className="import-refused">
          {look.error.message}
        </p>
      )}
      {read && (
        <>
          <p role="status">
            {t("import.counts", {
              made: count("new"),
              changed: count("changed"),
              same: count("same"),
            })}
          </p>
          <Checkbox isSelected={replace} onChange={setReplace}>
            {t("import.replace")}
          </Checkbox>
          <Changes read={read} />
        </>
      )}
    </Dialog>
  );
}
