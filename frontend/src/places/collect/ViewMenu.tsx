import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/Button";
import { Checkbox, Select } from "../../components/Field";
import { FIRST_COLUMNS, moved, useSourceView } from "../../stores/source-view";
import type { Column } from "./columns";
import type { SourceColumns } from "./useSourceColumns";

const NONE = "-";

/** A level of the order: a column, and which way. */
function Level({ level, all }: { level: number; all: readonly Column[] }) {
  const { t } = useTranslation("collect");
  const { sort, setSort } = useSourceView();
  const now = sort[level];
  const isDown = now?.startsWith("-") ?? false;
  const set = (by: string, down: boolean) => {
    const others = sort.slice(0, level);
    setSort(by === NONE ? others : [...others, `${down ? "-" : ""}${by}`]);
  };
  const choices = all.map(({ id, label }) => ({ id, label }));
  return (
    <div className="view-level">
      <Select
        label={t(level === 0 ? "view.sort" : "view.then")}
        choices={level === 0 ? choices : [{ id: NONE, label: t("view.nothing") }, ...choices]}
        value={now?.replace(/^-/, "") ?? NONE}
        onChange={(by) => set(by, isDown)}
      />
      <IconButton
        icon={isDown ? "down" : "up"}
        label={t(isDown ? "view.down" : "view.up")}
        isDisabled={!now}
        onPress={() => now && set(now.replace(/^-/, ""), !isDown)}
      />
    </div>
  );
}

/** Which columns are shown, in which order; how the table is sorted and grouped. */
export function ViewMenu({ columns }: { columns: SourceColumns }) {
  const { t } = useTranslation("collect");
  const { columns: order, group, sort, setColumns, setGroup } = useSourceView();
  const shown = columns.shown;
  const hidden = columns.all.filter(({ id }) => id !== "name" && !order.includes(id));
  const groups = columns.all.filter(({ isGroup }) => isGroup);
  return (
    <DialogTrigger>
      <Button look="quiet" icon="panel">
        {t("view.open")}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="view" aria-label={t("view.title")}>
          <Select
            label={t("view.group")}
            choices={[
              { id: NONE, label: t("view.nothing") },
              ...groups.map(({ id, label }) => ({ id, label })),
            ]}
            value={group ?? NONE}
            onChange={(to) => setGroup(to === NONE ? null : to)}
          />
          <Level level={0} all={columns.all} />
          {sort.length > 0 && <Level level={1} all={columns.all} />}
          <fieldset className="view-columns">
            <legend>{t("view.columns")}</legend>
            {shown.map(({ id, label }, at) => (
              <div key={id} className="view-column">
                <Checkbox isSelected onChange={() => setColumns(order.filter((one) => one !== id))}>
                  {label}
                </Checkbox>
                <IconButton
                  icon="up"
                  size={14}
                  label={t("view.earlier", { column: label })}
                  isDisabled={at === 0}
                  onPress={() => setColumns(moved(order, id, -1))}
                />
                <IconButton
                  icon="down"
                  size={14}
                  label={t("view.later", { column: label })}
                  isDisabled={at === shown.length - 1}
                  onPress={() => setColumns(moved(order, id, 1))}
                />
              </div>
            ))}
            {hidden.map(({ id, label }) => (
              <div key={id} className="view-column">
                <Checkbox isSelected={false} onChange={() => setColumns([...order, id])}>
                  {label}
                </Checkbox>
              </div>
            ))}
          </fieldset>
          <Button look="quiet" small onPress={() => setColumns(FIRST_COLUMNS)}>
            {t("view.reset")}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
