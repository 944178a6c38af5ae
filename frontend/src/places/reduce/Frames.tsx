import { useTranslation } from "react-i18next";
import { useApplyFrame, useFrames } from "../../api/codebook";
import { lasting } from "../../api/lasting";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { toast, toastProblem } from "../../components/toasts";
import "./book/frames.css";

/** Ready codebooks, with where they come from. */
export function Frames({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["reduce", "shell"]);
  const { data } = useFrames();
  const apply = useApplyFrame();
  return (
    <Dialog title={t("codes.frames")} isOpen onClose={onClose} width="40rem">
      <p className="muted">{t("frames.hint")}</p>
      {!data && <Loading />}
      <ul className="frames">
        {data?.map((frame) => (
          <li key={frame.name}>
            <div>
              <h3>{frame.title}</h3>
              <p>{frame.description}</p>
              <p className="muted">{frame.source}</p>
            </div>
            <Button
              isPending={apply.isPending && apply.variables === frame.name}
              onPress={() =>
                lasting(apply, frame.name, {
                  onSuccess: ({ made }) => {
                    toast(t("frames.applied", { count: made.length }), { tone: "good" });
                    onClose();
                  },
                  onError: (error) =>
                    toastProblem(error, t("frames.failed"), t("shell:offline.hint")),
                })
              }
            >
              {t("frames.apply")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
