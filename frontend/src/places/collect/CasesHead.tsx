import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { Menu, type MenuLine } from "../../components/Menu";
import type { GridColumn } from "./cases-grid";

interface Props {
  grid: readonly GridColumn[];
  sort: string;
  onSort: (sort: string) => void;
  onAttribute: (column: GridColumn) => void;
}

/** The heads of the columns: each sorts, and those of attributes open what they are. */
export function CasesHead({ grid, sort, onSort, onAttribute }: Props) {
  const { t } = useTranslation("cases");
  const by = sort.replace(/^-/u, "");
  const isDown = sort.startsWith("-");
  const lines = (column: GridColumn): MenuLine[] => [
    { id: "up", icon: "up", label: t("sort.up"), onAction: () => onSort(column.id) },
    { id: "down", icon: "down", label: t("sort.down"), onAction: () => onSort(`-${column.id}`) },
    { id: "none", label: t("sort.none"), disabled: by !== column.id, onAction: () => onSort("") },
    ...(column.attribute
      ? [
          {
            id: "change",
            icon: "edit" as const,
            writes: true,
            label: t("attribute.change"),
            apart: true,
            onAction: () => onAttribute(column),
          },
        ]
      : []),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a grid that draws what is in sight alone
    <div role="rowgroup" className="case-grid-head">
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div role="row" className="case-line" aria-rowindex={1}>
        {grid.map((column, number) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={column.id}
            role="columnheader"
            className={`case-cell ${column.kind}`}
            aria-colindex={number + 1}
            {...(by === column.id && { "aria-sort": isDown ? "descending" : "ascending" })}
            {...(column.attribute?.description && { title: column.attribute.description })}
          >
            <span className="clip" dir="auto">
              {column.label}
            </span>
            {by === column.id && <Icon name={isDown ? "down" : "up"} size={14} />}
            <Menu label={t("columnMenu", { column: column.label })} lines={lines(column)}>
              <IconButton icon="more" size={14} label={t("columnMenu", { column: column.label })} />
            </Menu>
          </div>
        ))}
      </div>
    </div>
  );
}
