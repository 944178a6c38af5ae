import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { Icon } from "../components/Icon";
import { droppedOf, isOfLiterature, type Placed } from "../lib/files";
import { projectAmong, type Sent, studyAmong } from "../lib/projects";
import { goTo } from "./hash";
import "./drop-area.css";

interface Dropped {
  /** What is to be imported; `null`: nothing is under way. */
  readonly files: readonly File[] | null;
  /** Literature that is to be imported: files of a reference manager. */
  readonly works: readonly File[] | null;
  /** A whole project of another program that is to come in. */
  readonly project: Sent | null;
  /** A copy of the study that is to be brought in; History shows what would come. */
  readonly copy: File | null;
  /** What is known of them beforehand: whose they are, and what kind of material. */
  readonly said: { readonly case?: string; readonly kind?: string };
}

/** Files on their way into the study; Collect shows what becomes of them. */
export const useDropped = create<Dropped>()(() => ({
  files: null,
  works: null,
  project: null,
  copy: null,
  said: {},
}));

/** Begins an import, wherever one is. */
export function beginImport(files: readonly File[], said: Dropped["said"] = {}): void {
  const works = files.filter(isOfLiterature);
  const sources = files.filter((file) => !isOfLiterature(file));
  if (works.length > 0) useDropped.setState({ works });
  if (sources.length > 0) useDropped.setState({ files: sources, said });
  if (sources.length > 0) goTo("/collect");
  else if (works.length > 0) goTo("/collect/literature");
}

/** The same of what was dropped or picked, which may be a whole project of another program, or a study. */
export function beginPlaced(placed: readonly Placed[]): void {
  const copy = studyAmong(placed);
  const project = projectAmong(placed);
  if (copy) {
    useDropped.setState({ copy });
    goTo("/history/merge");
  } else if (project) {
    useDropped.setState({ project });
    goTo("/collect");
  } else {
    beginImport(placed.map(({ file }) => file));
  }
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files that are dropped anywhere on the page. */
export function DropArea() {
  const { t } = useTranslation("shell");
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void droppedOf(event.dataTransfer).then(beginPlaced);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-area" aria-hidden="true">
      <p>
        <Icon name="import" size={32} />
        {t("drop")}
      </p>
    </div>
  );
}
