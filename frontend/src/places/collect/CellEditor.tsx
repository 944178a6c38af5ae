import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./columns";

interface Props {
  column: Column;
  /** Of the source. */
  name: string;
  value: string;
  onSave: (value: string) => void;
  onLeave: () => void;
}

/** A cell that is written over: Enter and leaving it save, Esc takes it back. */
export function CellEditor({ column, name, value, onSave, onLeave }: Props) {
  const { t } = useTranslation("collect");
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isOver = useRef(false);
  const isBegun = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    if (!isBegun.current) field.current?.select?.();
    isBegun.current = true;
  }, []);
  const end = (save: boolean) => {
    if (isOver.current || !field.current) return;
    isOver.current = true;
    const now = field.current.value.trim();
    if (save && now !== value && !(column.id === "name" && now === "")) onSave(now);
    onLeave();
  };
  const common = {
    ref: field,
    className: "cell-input",
    "aria-label": t("table.edit", { column: column.label, name }),
    defaultValue: value,
    onBlur: () => end(true),
    onClick: (event: React.MouseEvent) => event.stopPropagation(),
    onDoubleClick: (event: React.MouseEvent) => event.stopPropagation(),
    onKeyDown: (event: React.KeyboardEvent) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      end(event.key === "Enter");
    },
  };
  if (column.edit !== "choice") return <input {...common} type="text" />;
  const known = column.choices ?? [];
  const isKnown = known.some(({ id }) => id === value);
  return (
    <select {...common}>
      {(column.id === "language" || column.id.startsWith("attribute:") || !isKnown) && (
        <option value="">–</option>
      )}
      {!isKnown && value !== "" && <option value={value}>{value}</option>}
      {known.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
