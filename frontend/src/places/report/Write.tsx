import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Piece,
  SIDES,
  type Side,
  useAddPiece,
  useChangePiece,
  usePlaces,
} from "../../api/prose";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select } from "../../components/Field";
import { MarkdownEditor } from "../../components/MarkdownEditor";
import { toast } from "../../components/toasts";
import type { Language } from "../../stores/ui";

/** What is to be written: a piece that is there, or a new one at a place. */
export type Asked = { piece: Piece } | { place: string; title: string };

interface Props {
  asked: Asked;
  template: string;
  language: Language;
  onClose: () => void;
}

/** Markdown at a place of the report: before or after what is composed there, or instead of it. */
export function Write({ asked, template, language, onClose }: Props) {
  const { t } = useTranslation("report");
  const piece = "piece" in asked ? asked.piece : null;
  const first = "piece" in asked ? asked.piece.place : asked.place;
  const [text, setText] = useState(piece?.text ?? "");
  const [side, setSide] = useState<Side>((piece?.side as Side | undefined) ?? "after");
  const [place, setPlace] = useState(first);
  const { data: places } = usePlaces(template, language, piece !== null);
  const add = useAddPiece();
  const change = useChangePiece();
  const title = "piece" in asked ? asked.piece.title : asked.title;
  const isChanged =
    text !== (piece?.text ?? "") || place !== first || (piece !== null && side !== piece.side);
  const isPending = add.isPending || change.isPending;
  const save = async () => {
    if (text.trim() === "" || isPending) return;
    try {
      if (piece) await change.mutateAsync({ piece, patch: { text, place, side } });
      else await add.mutateAsync({ template, language, place, side, text });
      onClose();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("write.failed", { reason }), { tone: "danger" });
    }
  };
  return (
    <Dialog
      title={title ? t("write.title", { title }) : t("write.moved")}
      isOpen
      unsaved={isChanged}
      onClose={onClose}
      width="46rem"
      footer={
        <>
          <Button onPress={onClose}>{t("write.cancel")}</Button>
          <Button
            look="primary"
            writes
            isPending={isPending}
            isDisabled={text.trim() === "" || (piece !== null && !isChanged)}
            onPress={() => void save()}
          >
            {t("write.save")}
          </Button>
        </>
      }
    >
      <div className="report-write">
        {piece && places && (
          <Select
            label={t("write.place")}
            choices={places.map((one) => ({
              id: one.name,
              label: `${"\u2003".repeat(one.level - 1)}${one.title}`,
            }))}
            value={places.some((one) => one.name === place) ? place : null}
            placeholder={t("write.gone")}
            onChange={setPlace}
          />
        )}
        <Select
          label={t("write.side")}
          choices={SIDES.map((id) => ({ id, label: t(`write.sides.${id}`) }))}
          value={side}
          onChange={setSide}
        />
        <MarkdownEditor
          label={t("write.text")}
          value={text}
          onChange={setText}
          onSave={() => void save()}
          rows={10}
          autoFocus
        />
        <p className="muted">{t("write.help")}</p>
      </div>
    </Dialog>
  );
}
