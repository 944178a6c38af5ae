import { useTranslation } from "react-i18next";
import { useLost } from "../../api/corrections";
import type { Code } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { useDesk } from "./desk";
import "./desk-dialogs.css";

interface Props {
  source: string;
  codes: readonly Code[];
  onClose: () => void;
}

/** The passages whose words are no longer in the text, each with its codes and its place. */
export function LostPassages({ source, codes, onClose }: Props) {
  const { t } = useTranslation("reader");
  const { data: lost = [] } = useLost(source);
  const go = (at: number) => {
    onClose();
    void useDesk.getState().reader?.goTo({ start: at, end: at }, { flash: true });
  };
  return (
    <Dialog
      title={t("lostTitle")}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>{t("lostClose")}</Button>}
    >
      <p>{t("lostHint")}</p>
      <ul className="lost-passages">
        {lost.map(({ segment, at, words, codings }) => (
          <li key={segment}>
            <blockquote className="quoted" dir="auto">
              {words}
            </blockquote>
            <p className="lost-codes">
              {codings
                .map(({ code }) => codes.find(({ guid }) => guid === code)?.path ?? "?")
                .join(", ") || t("lostUncoded")}{" "}
              <Button small look="quiet" onPress={() => go(at)}>
                {t("lostHere")}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
