import { useTranslation } from "react-i18next";
import { type Piece, type Side, useRemovePiece } from "../../api/prose";
import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { toast } from "../../components/toasts";

interface Props {
  pieces: readonly Piece[];
  onEdit: (piece: Piece) => void;
}

/** What was written into this report, and what has lost its place in it. */
export function Written({ pieces, onEdit }: Props) {
  const { t } = useTranslation("report");
  const remove = useRemovePiece();
  const drop = async (piece: Piece) => {
    try {
      await remove.mutateAsync(piece);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("write.failed", { reason }), { tone: "danger" });
    }
  };
  return (
    <section className="report-written" aria-labelledby="report-written">
      <h2 id="report-written" className="field-label">
        {t("written.title")}
      </h2>
      {pieces.length === 0 && <p className="muted">{t("written.none")}</p>}
      <ul>
        {pieces.map((piece) => (
          <li key={piece.guid} data-gone={!piece.is_there || undefined}>
            <div>
              <p className="report-written-place">
                {piece.is_there ? (
                  `${piece.title} · ${t(`write.sides.${piece.side as Side}`)}`
                ) : (
                  <>
                    <Icon name="warning" size={14} /> {t("written.gone")}
                  </>
                )}
              </p>
              <p className="clip">{piece.text.split("\n", 1)[0]}</p>
            </div>
            <IconButton
              icon="edit"
              size={16}
              label={t("written.edit", { title: piece.title })}
              onPress={() => onEdit(piece)}
            />
            <IconButton
              icon="trash"
              size={16}
              writes
              label={t("written.remove", { title: piece.title })}
              onPress={() => void drop(piece)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
