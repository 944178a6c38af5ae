import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../api/displays";
import type { CellToCite } from "../../api/evidence";
import { cellShownAs, chooseFindingFor } from "../../app/weighing";
import { MenuAt } from "../../components/Menu";
import type { OpenedCell } from "../../shapes/MatrixGrid";
import { nameOf } from "../../shapes/matrix";

interface Props {
  matrix: Matrix;
  /** The saved display that is shown; the cells of others cannot be cited. */
  saved: string | null;
}

/** Does it once the menu is gone and has given the focus back, which it would take from a dialog. */
function afterMenu(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** Cells of a grid made evidence: what it says of the one in sight, for the key, and a menu on each. */
export function useCellCiting({ matrix, saved }: Props) {
  const { t } = useTranslation("cited");
  const [asked, setAsked] = useState<{ at: Element; cell: CellToCite } | null>(null);
  if (!saved) return { tells: null, onMenu: null, menu: null };
  const cellOf = ({ row, column }: OpenedCell, value: string): CellToCite | null => {
    const [down, across] = [matrix.rows[row], matrix.columns[column]];
    if (!down || !across) return null;
    const names = { row: nameOf(down), column: nameOf(across), value };
    const quote = t("shown", { name: matrix.caption.title, ...names });
    return { display: saved, row: down.key, column: across.key, quote };
  };
  const menu = (
    <MenuAt
      label={t("menu")}
      at={asked?.at ?? null}
      onClose={() => setAsked(null)}
      lines={[
        {
          id: "cite",
          label: t("cite"),
          icon: "conclude",
          hint: ".",
          writes: true,
          onAction: () => asked && afterMenu(() => chooseFindingFor(asked.cell)),
        },
      ]}
    />
  );
  return {
    tells: (opened: OpenedCell, value: string) => cellShownAs(cellOf(opened, value)),
    onMenu: (opened: OpenedCell, value: string, at: Element) => {
      const cell = cellOf(opened, value);
      if (cell) setAsked({ at, cell });
    },
    menu,
  };
}
