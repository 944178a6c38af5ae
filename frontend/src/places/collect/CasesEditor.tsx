import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type AttributeType, CHOSEN } from "../../api/case-table";
import type { Editing } from "./CasesGrid";
import { type GridColumn, type GridLine, moved, type Spot } from "./cases-grid";

export const CASE_KINDS = ["person", "group", "channel", "place", "other"] as const;

interface Props {
  index: number;
  number: number;
  column: GridColumn;
  grid: readonly GridColumn[];
  lines: readonly GridLine[];
  editing: Editing;
  onType: (text: string) => void;
  onWrite: (value: string, to: Spot) => void;
  onCancel: () => void;
}

/** What there is to choose from in a cell, as (value, words); `null` where it is typed. */
export function useChoices(): (
  column: GridColumn,
) => readonly (readonly [string, string])[] | null {
  const { t } = useTranslation("cases");
  return ({ kind, attribute }) => {
    if (kind === "kind") return CASE_KINDS.map((one) => [one, t(`kinds.${one}`)] as const);
    if (attribute?.type === "boolean")
      return [
        ["", "–"],
        ["true", t("trueValue")],
        ["false", t("falseValue")],
      ] as const;
    if (!attribute || !CHOSEN.includes(attribute.type as AttributeType)) return null;
    return [["", "–"] as const, ...attribute.options.map((one) => [one, one] as const)];
  };
}

/** Where the keyboard goes after a cell was written. */
function after({ key, shiftKey }: KeyboardEvent): Spot | null {
  if (key === "Enter") return { line: shiftKey ? -1 : 1, column: 0 };
  if (key === "Tab") return { line: 0, column: shiftKey ? -1 : 1 };
  return null;
}

/** The field in a cell that is being written in. */
export function CasesEditor(props: Props) {
  const { index, number, column, grid, lines, editing, onType, onWrite, onCancel } = props;
  const { t } = useTranslation("cases");
  const choices = useChoices()(column);
  const here = { line: index, column: number };
  // A key has said what becomes of it; leaving says nothing more.
  const isDone = useRef(false);
  const leave = (value: string) => !isDone.current && onWrite(value, here);
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      isDone.current = true;
      return onCancel();
    }
    const by = after(event);
    if (!by) return;
    event.preventDefault();
    isDone.current = true;
    onWrite(event.currentTarget.value, moved(here, by, lines, grid.length));
  };
  const label = t("write", { column: column.label });
  const wanted = editing.text.toLocaleLowerCase();
  if (choices) {
    const typed = editing.fresh
      ? choices.find(([value, words]) => value && words.toLocaleLowerCase().startsWith(wanted))?.[0]
      : editing.text;
    return (
      <select
        ref={(field) => field?.focus()}
        className="case-field"
        aria-label={label}
        defaultValue={typed ?? ""}
        onKeyDown={press}
        onBlur={(event) => leave(event.currentTarget.value)}
      >
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      ref={(field) => {
        if (field && document.activeElement !== field) field.focus();
      }}
      className="case-field"
      aria-label={label}
      dir="auto"
      inputMode={column.attribute?.type === "number" ? "decimal" : "text"}
      placeholder={column.attribute?.type === "date" ? "2020-05-31" : ""}
      value={editing.text}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={press}
      onBlur={(event) => leave(event.currentTarget.value)}
    />
  );
}
