import { useTranslation } from "react-i18next";
import type { Code } from "../../../api/types";
import { IconButton } from "../../../components/Button";
import { ask } from "./shelf";

interface Props {
  codes: readonly Code[];
  onRemove: (codes: readonly string[]) => void;
  onClear: () => void;
}

/** What can be done with the codes that were chosen. */
export function SelectionBar({ codes, onRemove, onClear }: Props) {
  const { t } = useTranslation(["codebook", "reduce", "patterns"]);
  return (
    <div className="selection-bar" role="toolbar" aria-label={t("chosen.label")}>
      <span className="selection-count">{t("several", { count: codes.length })}</span>
      <IconButton
        icon="folder"
        label={t("reduce:codes.move")}
        onPress={() => ask({ kind: "move", codes })}
      />
      <IconButton
        icon="merge"
        writes
        label={t("reduce:codes.merge")}
        onPress={() => ask({ kind: "merge", codes, into: null })}
      />
      <IconButton
        icon="link"
        writes
        label={t("patterns:do")}
        onPress={() => ask({ kind: "pattern", codes })}
      />
      <IconButton
        icon="palette"
        label={t("colour.do")}
        onPress={() => ask({ kind: "colour", codes })}
      />
      <IconButton icon="sets" label={t("sets.put")} onPress={() => ask({ kind: "sets", codes })} />
      <IconButton
        icon="trash"
        writes
        label={t("reduce:codes.remove")}
        onPress={() => onRemove(codes.map(({ guid }) => guid))}
      />
      <span className="push" />
      <IconButton icon="close" label={t("chosen.clear")} keys="Esc" onPress={onClear} />
    </div>
  );
}
