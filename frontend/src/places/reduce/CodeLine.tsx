import type { ItemInstance } from "@headless-tree/core";
import { type DragEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { Icon } from "../../components/Icon";
import { useDesk } from "./desk";
import { Swatch } from "./Swatch";
import type { Row } from "./tree";

interface Props {
  item: ItemInstance<Code>;
  row: Row;
  ink: Ink | undefined;
  hasChildren: boolean;
  top: number;
  indent: number;
  /** Tab comes to this line. */
  isStop: boolean;
  isRenaming: boolean;
  /** Nothing can be written now. */
  isFixed: boolean;
  /** Another name was written; `null`: it stays. By a key, the line has the focus again. */
  onRenamed: (name: string | null, isByKey: boolean) => void;
  onMenu: (at: Element) => void;
  onTake: () => void;
  onDrag: (event: DragEvent) => void;
  onDragEnd: () => void;
  /** It has the focus, and so the keys. */
  onKeyed: () => void;
}

function Rename({ name, onRenamed }: { name: string; onRenamed: Props["onRenamed"] }) {
  const { t } = useTranslation("reduce");
  const [text, setText] = useState(name);
  return (
    <input
      ref={(field) => {
        if (field && document.activeElement !== field) field.select();
      }}
      className="tree-rename"
      aria-label={t("codes.rename")}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => onRenamed(text.trim(), false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") onRenamed(text.trim(), true);
        if (event.key === "Escape") onRenamed(null, true);
      }}
    />
  );
}

/** How often a code is used: itself, and with all below it. */
function Count({ code, hasChildren }: { code: Code; hasChildren: boolean }) {
  const { t } = useTranslation(["reduce", "codebook"]);
  const { codings, codings_below } = code;
  const both = hasChildren && codings !== codings_below;
  const told = useMemo(() => {
    const own = t("codes.count", { count: codings });
    return both ? t("codebook:countBelow", { own, all: codings_below }) : own;
  }, [t, both, codings, codings_below]);
  if (codings_below === 0) return null;
  return (
    <>
      <span className="tree-count number" title={told} aria-hidden="true">
        {both && codings > 0 && <small>{codings} · </small>}
        {codings_below}
      </span>
      <span className="sr-only">{told}</span>
    </>
  );
}

/** One code in the tree: fold it, take it, drag it, or open its menu. */
export function CodeLine({ item, row, ink, hasChildren, top, indent, ...on }: Props) {
  const { code, level, isOpen: isExpanded } = row;
  const isOnly = useDesk((desk) => desk.onlyCode === code.guid);
  const isOpened = useDesk((desk) => desk.opened === code.guid);
  const { onClick: choose, ...props } = item.getProps();
  const marks = [
    isOnly && "only",
    isOpened && "opened",
    !code.codable && "folder",
    item.isSelected() && "selected",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      {...props}
      role="treeitem"
      tabIndex={on.isStop ? 0 : -1}
      aria-selected={item.isSelected()}
      aria-level={level + 1}
      aria-setsize={row.setSize}
      aria-posinset={row.posInSet}
      aria-current={isOpened || undefined}
      aria-expanded={hasChildren ? isExpanded : undefined}
      // Its name is what it says: the code and how often it is used.
      aria-label={undefined}
      data-path={code.path}
      draggable={!on.isRenaming && !on.isFixed}
      className={`tree-line ${marks.filter(Boolean).join(" ")}`}
      style={{ top, paddingLeft: 6 + level * indent }}
      title={code.short || code.path}
      onClick={(event) => {
        item.setFocused();
        if (event.ctrlKey || event.metaKey || event.shiftKey) choose(event);
        else on.onTake();
      }}
      onFocus={() => {
        on.onKeyed();
        if (!item.isFocused()) item.setFocused();
      }}
      onDragStart={on.onDrag}
      onDragEnd={on.onDragEnd}
      onContextMenu={(event) => {
        event.preventDefault();
        item.setFocused();
        on.onMenu(event.currentTarget);
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
      {on.isRenaming ? (
        <Rename name={code.name} onRenamed={on.onRenamed} />
      ) : (
        <span className="tree-name clip" dir="auto">
          {code.name}
        </span>
      )}
      <Count code={code} hasChildren={hasChildren} />
      {/* The keyboard has Shift F10 on the line itself. */}
      <button
        type="button"
        className="tree-more"
        tabIndex={-1}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          on.onMenu(event.currentTarget);
        }}
      >
        <Icon name="more" size={15} />
      </button>
    </div>
  );
}
