import { useTranslation } from "react-i18next";
import type { Drop } from "../tree-drop";

interface Props {
  drop: Drop | null;
  line: number;
  indent: number;
}

/** Shows where in the tree a drag would end: a line between two codes, or a frame around one. */
export function DropMark({ drop, line, indent }: Props) {
  const { t } = useTranslation("codebook");
  if (!drop) return null;
  if (drop.kind === "place") {
    const style = { top: drop.line * line, insetInlineStart: 12 + drop.level * indent };
    return <div className="drop-line" style={style} aria-hidden="true" />;
  }
  return (
    <div className={`drop-frame ${drop.kind}`} style={{ top: drop.line * line }} aria-hidden="true">
      <span>{t(`drop.${drop.kind}`)}</span>
    </div>
  );
}
