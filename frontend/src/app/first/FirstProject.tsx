import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { openProject } from "../../api/projects";
import { Button } from "../../components/Button";
import { toast, toastProblem } from "../../components/toasts";
import { droppedOf, type Placed } from "../../lib/files";
import { asProject, studyAmong } from "../../lib/projects";
import { bring, leave, putAway, takeBack, takeUp, useComing } from "../projects/coming";
import { ProjectComing } from "../projects/ProjectComing";
import { pick } from "../projects/picking";
import { useOffered } from "./offered";

/** Begins with what was dropped or picked; gives false where it is more than one project. A study is not
 * brought in but offered to be opened. */
function begin(files: readonly Placed[]): boolean {
  const study = studyAmong(files);
  useOffered.setState({ name: study?.name ?? null });
  if (study) return true;
  const sent = asProject(files);
  if (sent) void bring(sent, null);
  return sent !== null || files.length === 0;
}

/** Where a project of another program is dropped or chosen; anywhere on the page will do for the drop. */
export function FirstProject() {
  const { t } = useTranslation("exchange");
  const [isOver, setOver] = useState(false);
  const [isSeveral, setSeveral] = useState(false);
  useEffect(() => void takeUp(null), []);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const away = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void droppedOf(event.dataTransfer).then((files) => setSeveral(!begin(files)));
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", away);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", away);
      removeEventListener("drop", drop);
    };
  }, []);
  const choose = (folder: boolean) => pick(folder, (files) => setSeveral(!begin(files)));
  return (
    <>
      <h2>{t("first.title")}</h2>
      <p className="muted">{t("first.about")}</p>
      <div className="first-drop" data-over={isOver || undefined}>
        <p>{t("first.drop")}</p>
        <div className="project-doings">
          <Button icon="import" onPress={() => choose(false)}>
            {t("first.file")}
          </Button>
          <Button look="quiet" icon="folder" onPress={() => choose(true)}>
            {t("first.folder")}
          </Button>
        </div>
      </div>
      {isSeveral && (
        <p className="field-error" role="alert">
          {t("first.several")}
        </p>
      )}
    </>
  );
}

/** The project that is on its way, or its report. */
export function FirstComing() {
  const { t } = useTranslation(["exchange", "shell"]);
  const queries = useQueryClient();
  const { name, told, trouble } = useComing();
  const isUnder = trouble === null && (!told || told.state === "reading");
  const isThere = told?.state === "there";
  const fail = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  const open = async () => {
    if (!told) return;
    await openProject(told.guid);
    leave();
    await queries.invalidateQueries({ queryKey: ["studies"] });
  };
  const undo = async () => {
    if (await takeBack()) toast(t("away"), { tone: "good" });
  };
  return (
    <section className="first-coming" aria-labelledby="first-coming">
      <h2 id="first-coming">{t("title", { name })}</h2>
      <ProjectComing />
      {!isUnder && (
        <div className="project-doings">
          {isThere && (
            <>
              <Button look="primary" onPress={() => void open().catch(fail)}>
                {t("open")}
              </Button>
              <Button icon="undo" onPress={() => void undo()}>
                {t("undoNew")}
              </Button>
            </>
          )}
          {!isThere && <Button onPress={putAway}>{t("back")}</Button>}
        </div>
      )}
    </section>
  );
}
