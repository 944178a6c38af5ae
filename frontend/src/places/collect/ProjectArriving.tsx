import { useEffect } from "react";
import { useStudyId } from "../../api/study";
import { useDropped } from "../../app/DropArea";
import { bring, takeUp } from "../../app/projects/coming";
import { ProjectDialog } from "../../app/projects/ProjectDialog";

/** A project of another program that was dropped or picked, and comes into this study. */
export default function ProjectArriving() {
  const study = useStudyId();
  const project = useDropped((dropped) => dropped.project);
  useEffect(() => {
    if (!project) return;
    useDropped.setState({ project: null });
    void bring(project, study);
  }, [project, study]);
  useEffect(() => void takeUp(study), [study]);
  return <ProjectDialog />;
}
