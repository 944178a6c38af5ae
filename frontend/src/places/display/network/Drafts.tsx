import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Drawing, useDraft } from "../../../api/networks";
import { Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Checkbox } from "../../../components/Field";

interface Props {
  display: string;
  about: "codes" | "cases" | "events";
  drawing: Drawing;
  onClose: () => void;
  onProblem: (error: unknown) => void;
}

/** What could be drawn and is not there yet; whatever is ticked is drawn in one step. */
export function Drafts({ display, about, drawing, onClose, onProblem }: Props) {
  const { t } = useTranslation("networks");
  const { data } = useDraft(display, true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const keys = [...(data?.boxes ?? []), ...(data?.arrows ?? [])].map(({ key }) => key);
  const chosen = keys.filter((key) => !left.has(key));
  const tick = (key: string, isChosen: boolean) => {
    const now = new Set(left);
    if (isChosen) now.delete(key);
    else now.add(key);
    setLeft(now);
  };
  const draw = () => {
    drawing.drawDraft.mutate(chosen, { onError: onProblem });
    onClose();
  };
  const line = (key: string, words: string, count: number) => (
    <li key={key}>
      <Checkbox isSelected={!left.has(key)} onChange={(now) => tick(key, now)}>
        <bdi>{words}</bdi>
      </Checkbox>
      <span className="muted number">{count}</span>
    </li>
  );
  return (
    <Dialog
      title={t("suggestions")}
      isOpen
      onClose={onClose}
      width="32rem"
      footer={
        <>
          {keys.length > 0 && (
            <Button look="quiet" onPress={() => setLeft(new Set(chosen.length > 0 ? keys : []))}>
              {chosen.length > 0 ? t("tickNone") : t("tickAll")}
            </Button>
          )}
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={draw}>
            {t("drawThese", { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="muted">{t(`draftAbout.${about}`)}</p>
      {!data && <Loading />}
      {data && keys.length === 0 && <p>{t("draftEmpty")}</p>}
      {data && data.boxes.length > 0 && (
        <section aria-label={t("boxes")}>
          <h3>{t("boxes")}</h3>
          <ul className="net-draft">
            {data.boxes.map((one) => line(one.key, one.label, one.count))}
          </ul>
        </section>
      )}
      {data && data.arrows.length > 0 && (
        <section aria-label={t("arrows")}>
          <h3>{t("arrows")}</h3>
          <ul className="net-draft">
            {data.arrows.map((one) =>
              line(
                one.key,
                `${one.origin} → ${one.target}${one.label ? `: ${one.label}` : ""}`,
                one.count,
              ),
            )}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
