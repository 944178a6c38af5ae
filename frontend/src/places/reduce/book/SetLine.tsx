import { type DragEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { lasting } from "../../../api/lasting";
import { type Group, useChangeSet, usePutInSet, useRemoveSet } from "../../../api/sets";
import type { Code } from "../../../api/types";
import { IconButton } from "../../../components/Button";
import { Icon } from "../../../components/Icon";
import { Menu, type MenuLine } from "../../../components/Menu";
import { draggedNow, dropped, startDrag } from "../../../lib/drag";
import { useDesk } from "../desk";
import { Swatch } from "../Swatch";
import { NameField } from "./NameField";
import { useShelf } from "./shelf";
import { useDone } from "./use-done";

interface Props {
  group: Group;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

/** Codes that are dropped on a set go in. */
function useSetDrop(group: Group) {
  const { t } = useTranslation("codebook");
  const [isOver, setOver] = useState(false);
  const put = usePutInSet();
  const { done, onError } = useDone();
  const takes = () => group.query === null && draggedNow()?.codes !== undefined;
  return {
    isOver,
    props: {
      onDragOver: (event: DragEvent) => {
        if (!takes()) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        const codes = dropped(event)?.codes;
        setOver(false);
        if (!codes || !takes()) return;
        event.preventDefault();
        event.stopPropagation();
        lasting(
          put,
          { set: group.guid, add: codes },
          { onSuccess: () => done(t("sets.putIn", { name: group.name })), onError },
        );
      },
    },
  };
}

function Members({ group, codes, inks }: Props) {
  const { t } = useTranslation("codebook");
  const put = usePutInSet();
  const { done, onError } = useDone();
  const members = new Set(group.members);
  const inside = codes.filter(({ guid }) => members.has(guid));
  const takeOut = (code: Code) =>
    lasting(
      put,
      { set: group.guid, remove: [code.guid] },
      {
        onSuccess: () => done(t("sets.takenOut", { name: code.name, set: group.name })),
        onError,
      },
    );
  const press = (event: KeyboardEvent, code: Code) => {
    if (event.key === "Delete" && group.query === null) takeOut(code);
  };
  if (inside.length === 0) return <p className="panel-none muted">{t("sets.empty")}</p>;
  return (
    <ul className="set-members">
      {inside.map((code) => (
        <li key={code.guid}>
          <button
            type="button"
            draggable
            title={code.path}
            onDragStart={(event) => startDrag(event.nativeEvent, { codes: [code.guid] })}
            onClick={() => useDesk.setState({ opened: code.guid })}
            onKeyDown={(event) => press(event, code)}
          >
            <Swatch ink={inks.get(code.guid)} />
            <span className="clip" dir="auto">
              {code.name}
            </span>
          </button>
          {group.query === null && (
            <IconButton
              icon="close"
              size={13}
              label={t("sets.takeOut", { name: code.name })}
              onPress={() => takeOut(code)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A set: shown alone, opened, renamed, removed; codes are dropped on it. */
export function SetLine(props: Props) {
  const { group } = props;
  const { t } = useTranslation(["codebook", "reduce"]);
  const [isOpen, setOpen] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const onlySet = useShelf((shelf) => shelf.onlySet);
  const change = useChangeSet();
  const remove = useRemoveSet();
  const { done, onError } = useDone();
  const { isOver, props: dropProps } = useSetDrop(group);
  const isOnly = onlySet === group.guid;
  const rename = (name: string | null) => {
    setNaming(false);
    if (name && name !== group.name) lasting(change, { group, patch: { name } }, { onError });
  };
  const drop = () => {
    if (isOnly) useShelf.setState({ onlySet: null });
    lasting(remove, group.guid, {
      onSuccess: () => done(t("sets.removed", { name: group.name })),
      onError,
    });
  };
  const lines: MenuLine[] = [
    { id: "rename", icon: "letter", label: t("rename"), onAction: () => setNaming(true) },
    {
      id: "remove",
      icon: "trash",
      writes: true,
      label: t("sets.remove"),
      danger: true,
      onAction: drop,
    },
  ];
  return (
    <li className={`code-set${isOver ? " over" : ""}`} {...dropProps}>
      <div className="set-line">
        {isNaming ? (
          <NameField label={t("sets.newName")} value={group.name} onDone={rename} />
        ) : (
          <button
            type="button"
            className="sets-fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? "down" : "right"} size={13} />
            <span className="clip" dir="auto">
              {group.name}
            </span>
            <span className="muted number">{group.members.length}</span>
          </button>
        )}
        <IconButton
          icon="filter"
          size={15}
          pressed={isOnly}
          label={t(isOnly ? "sets.showAll" : "sets.only", { name: group.name })}
          onPress={() => useShelf.setState({ onlySet: isOnly ? null : group.guid })}
        />
        <Menu label={t("reduce:codes.menu", { name: group.name })} lines={lines}>
          <IconButton icon="more" size={15} label={t("reduce:codes.menu", { name: group.name })} />
        </Menu>
      </div>
      {group.problem && <p className="set-problem">{group.problem}</p>}
      {isOpen && <Members {...props} />}
    </li>
  );
}
