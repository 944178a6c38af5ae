import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { askGoing, useRemoveSources } from "../../api/sources";
import { useStudyId } from "../../api/study";
import { useUndoing } from "../../app/undoing";
import { Confirm } from "../../components/Dialog";
import { toast, toastProblem } from "../../components/toasts";
import { asAsked, type Choice } from "./choosing";

const TOLD = ["coding", "evidence", "memo", "speaker", "value"] as const;

interface Props {
  choice: Choice;
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** Asks before sources go, and tells what would go with them. */
export function Removing({ choice, count, onClose, onDone }: Props) {
  const { t, i18n } = useTranslation(["collect", "shell"]);
  const study = useStudyId();
  const remove = useRemoveSources();
  const { undo } = useUndoing();
  const number = new Intl.NumberFormat(i18n.language);
  const chosen = asAsked(choice);
  const { data: going } = useQuery({
    queryKey: ["sources", study, "going", chosen],
    queryFn: () => askGoing(study, chosen),
  });
  const along = TOLD.flatMap((kind) =>
    going?.[kind] ? t(`going.${kind}`, { count: going[kind], n: number.format(going[kind]) }) : [],
  );
  const confirm = () =>
    remove.mutate(chosen, {
      onSuccess: ({ removed }) => {
        onDone();
        const gone = removed.source ?? count;
        toast(t("removed", { count: gone, n: number.format(gone) }), {
          doing: { label: t("shell:undo.undo"), act: undo },
        });
      },
      onError: (error) => toastProblem(error, t("failed.remove"), t("shell:offline.hint")),
      onSettled: onClose,
    });
  return (
    <Confirm
      title={t("going.title", { count, n: number.format(count) })}
      doing={t("inspector.removeMany", { count, n: number.format(count) })}
      danger
      isOpen
      isPending={remove.isPending || !going}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        {along.length > 0
          ? t("going.along", { what: new Intl.ListFormat(i18n.language).format(along) })
          : t("going.nothing")}
      </p>
      <p className="muted">{t("going.back")}</p>
    </Confirm>
  );
}
