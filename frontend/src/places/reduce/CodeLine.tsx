import type { ItemInstance } from "@headless-tree/core";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { Icon } from "../../components/Icon";
import { useDesk } from "./desk";
import { Swatch } from "./Swatch";

interface Props {
  item: ItemInstance<Code>;
  code: Code;
  ink: Ink | undefined;
  hasChildren: boolean;
  top: number;
  indent: number;
  onMenu: (at: Element) => void;
  onTake: () => void;
}

/** One code in the tree: fold it, take it, or open its menu. */
export function CodeLine({ item, code, ink, hasChildren, top, indent, onMenu, onTake }: Props) {
  const { t } = useTranslation("reduce");
  const isOnly = useDesk((desk) => desk.onlyCode === code.guid);
  const isOpened = useDesk((desk) => desk.opened === code.guid);
  const { onClick: _, ...props } = item.getProps();
  const isExpanded = item.isExpanded();
  const level = item.getItemMeta().level;
  const marks = [
    isOnly && "only",
    isOpened && "opened",
    !code.codable && "folder",
    item.isDragTarget() && "target",
  ];
  const count = t("codes.count", { count: code.codings_below });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      {...props}
      role="treeitem"
      tabIndex={props.tabIndex}
      aria-selected={isOpened}
      aria-expanded={hasChildren ? isExpanded : undefined}
      // Its name is what it says: the code and how often it is used.
      aria-label={undefined}
      className={`tree-line ${marks.filter(Boolean).join(" ")}`}
      style={{ top, paddingLeft: 6 + level * indent }}
      title={code.short || code.path}
      onClick={() => {
        item.setFocused();
        onTake();
      }}
      onFocus={() => !item.isFocused() && item.setFocused()}
      onContextMenu={(event) => {
        event.preventDefault();
        item.setFocused();
        onMenu(event.currentTarget);
      }}
    >
      {hasChildren ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrows fold and unfold
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows fold and unfold
        <span
          className="tree-fold"
          onClick={(event) => {
            event.stopPropagation();
            if (isExpanded) item.collapse();
            else item.expand();
          }}
        >
          <Icon name={isExpanded ? "down" : "right"} size={13} />
        </span>
      ) : (
        <span className="tree-fold" />
      )}
      <Swatch ink={ink} />
      {item.isRenaming() ? (
        <input
          {...item.getRenameInputProps()}
          className="tree-rename"
          aria-label={t("codes.rename")}
          onClick={(event) => event.stopPropagation()}
        />
      ) : (
        <span className="tree-name clip">{code.name}</span>
      )}
      <span className="tree-count number" title={count}>
        {hasChildren && !isExpanded ? code.codings_below : code.codings || ""}
      </span>
      {/* The keyboard has Shift F10 on the line itself. */}
      <button
        type="button"
        className="tree-more"
        tabIndex={-1}
        aria-hidden
        title={t("codes.menu", { name: code.name })}
        onClick={(event) => {
          event.stopPropagation();
          onMenu(event.currentTarget);
        }}
      >
        <Icon name="more" size={15} />
      </button>
    </div>
  );
}
