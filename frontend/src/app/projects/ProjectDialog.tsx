import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { toast } from "../../components/toasts";
import { putAway, stop, takeBack, useComing } from "./coming";
import { ProjectComing } from "./ProjectComing";

/** A project that comes into the study that is open: its report, and one press takes all of it back. */
export function ProjectDialog() {
  const { t } = useTranslation(["exchange", "shell"]);
  const { name, told, trouble } = useComing();
  const isUnder = trouble === null && (!told || told.state === "reading");
  const undo = async () => {
    if (await takeBack()) toast(t("undone"), { tone: "good" });
  };
  if (name === null) return null;
  return (
    <Dialog
      title={t("title", { name })}
      isOpen
      width="44rem"
      onClose={isUnder ? stop : putAway}
      unsaved={isUnder}
      footer={
        !isUnder && (
          <>
            {told?.report && told.seq !== null && (
              <Button icon="undo" onPress={() => void undo()}>
                {t("undo")}
              </Button>
            )}
            <Button look="primary" onPress={putAway}>
              {t("shell:close")}
            </Button>
          </>
        )
      }
    >
      <ProjectComing />
    </Dialog>
  );
}
