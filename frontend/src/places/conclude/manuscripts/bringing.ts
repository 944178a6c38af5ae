import { useTranslation } from "react-i18next";
import { useBringIn } from "../../../api/manuscripts";
import { toast } from "../../../components/toasts";

/** Brings a file in, and says what came of it. */
export function useBringing(onBrought: (guid: string) => void) {
  const { t } = useTranslation("manuscripts");
  const bring = useBringIn();
  const take = (file: File) =>
    bring.mutate(file, {
      onSuccess: (brought) => {
        toast(brought.new ? t("brought.new", { ...brought }) : t("brought.again", { ...brought }), {
          tone: "good",
        });
        if (brought.naming.length > 0)
          toast(t("brought.naming", { which: brought.naming.slice(0, 20).join(", ") }), {
            tone: "danger",
          });
        onBrought(brought.manuscript);
      },
      onError: (error) => toast(t("failed", { reason: error.message }), { tone: "danger" }),
    });
  return { take, isPending: bring.isPending };
}
