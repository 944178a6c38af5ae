import { useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  ANNOTATION_FORMATS,
  annotated,
  annotatedFile,
  annotationsFile,
  type Manuscript,
  manuscriptFile,
  NOTE_FORMS,
  type NoteForm,
} from "../../../api/manuscripts";
import { useStudyId } from "../../../api/study";
import { Button } from "../../../components/Button";
import { Menu } from "../../../components/Menu";
import { toast } from "../../../components/toasts";
import { download, keep } from "../../../lib/download";

/** What is tied, as files: the manuscript itself with notes (its file is asked for where the study does
 * not keep it), or apart. */
export function Leaving({ manuscript }: { manuscript: Manuscript }) {
  const { t } = useTranslation("manuscripts");
  const study = useStudyId();
  const field = useRef<HTMLInputElement>(null);
  const wanted = useRef<NoteForm>("comments");
  const told = async (doing: () => Promise<string>) => {
    try {
      toast(t("out.done", { file: await doing() }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("failed", { reason }), { tone: "danger" });
    }
  };
  const annotate = (file: File) =>
    told(async () => {
      const name = `${manuscript.name}.docx`;
      keep(await annotated(study, manuscript.guid, file, wanted.current), name);
      return name;
    });
  const { guid, name, kept } = manuscript;
  const fetched = (address: string, file: string) => void told(() => download(address, file));
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t("out.file")}
        accept=".docx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void annotate(file);
        }}
      />
      <Menu
        label={t("out.title")}
        placement="bottom end"
        lines={[
          ...NOTE_FORMS.map((form) => ({
            id: form as string,
            label: t(kept ? `out.${form}` : `out.given.${form}`),
            onAction: () => {
              wanted.current = form;
              if (kept) fetched(annotatedFile(study, guid, form), `${name}.docx`);
              else field.current?.click();
            },
          })),
          ...ANNOTATION_FORMATS.map((format) => ({
            id: format as string,
            label: t(`out.${format}`),
            onAction: () => fetched(annotationsFile(study, guid, format), `${name}.${format}`),
          })),
          ...(kept
            ? [
                {
                  id: "original",
                  label: t("out.original"),
                  onAction: () => fetched(manuscriptFile(study, guid), `${name}.docx`),
                },
              ]
            : []),
        ]}
      >
        <Button icon="export">{t("out.title")}</Button>
      </Menu>
    </>
  );
}
