import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddCase, useAttributes, useCases, useChangeCase, useRemoveCase } from "../../api/cases";
import type { Case, CasePatch } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Badge, EmptyState, Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { toast, toastProblem } from "../../components/toasts";
import { pasted } from "./paste";

interface CellProps {
  value: string;
  label: string;
  options?: string | undefined;
  onSave: (value: string) => void;
  onPaste: (event: ClipboardEvent) => void;
}

/** Moves to the cell above or below. */
function step(event: KeyboardEvent<HTMLInputElement>, by: number): void {
  const cell = event.currentTarget.closest("td");
  const row = cell?.parentElement;
  const rows = [...(row?.parentElement?.children ?? [])];
  const next = row && rows[rows.indexOf(row) + by]?.children[cell?.cellIndex ?? 0];
  next?.querySelector("input")?.focus();
}

function Cell({ value, label, options, onSave, onPaste }: CellProps) {
  const [text, setText] = useState(value);
  // Enter saves and then leaves, which would save again.
  const asked = useRef(value);
  const save = () => {
    if (text.trim() === value || text.trim() === asked.current) return;
    asked.current = text.trim();
    onSave(text.trim());
  };
  return (
    <input
      className="case-input"
      aria-label={label}
      list={options}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={() => {
        asked.current = value;
      }}
      onBlur={save}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key === "Escape") setText(value);
        if (event.key === "Enter") save();
        if (event.key === "Enter" || event.key === "ArrowDown") step(event, 1);
        if (event.key === "ArrowUp") step(event, -1);
      }}
    />
  );
}

function AddCase({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation(["collect", "shell"]);
  const add = useAddCase();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    add.mutate(name.trim(), {
      onSuccess: () => onName(""),
      onError: (error) => toastProblem(error, t("cases.notAdded"), t("shell:offline.hint")),
    });
  };
  return (
    <form className="case-add" onSubmit={save}>
      <input
        className="input"
        aria-label={t("cases.name")}
        placeholder={t("cases.name")}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <Button type="submit" icon="plus" isDisabled={name.trim() === ""} isPending={add.isPending}>
        {t("cases.add")}
      </Button>
    </form>
  );
}

interface RowProps {
  one: Case;
  columns: readonly string[];
  onSave: (one: Case, patch: CasePatch) => void;
  onPaste: (event: ClipboardEvent, column: number) => void;
  onRemove: () => void;
}

function Row({ one, columns, onSave, onPaste, onRemove }: RowProps) {
  const { t } = useTranslation("collect");
  const withdrawn = one.consent.some(({ withdrawn: when }) => when !== null);
  return (
    <tr>
      <th scope="row" title={one.description}>
        {one.name}
        <small className="muted">{t(`caseKinds.${one.kind as "person"}`)}</small>
      </th>
      {columns.map((column, at) => {
        const value = one.attributes[column] ?? "";
        return (
          <td key={column}>
            <Cell
              key={value}
              value={value}
              label={t("cases.cell", { attribute: column, name: one.name })}
              options={`options-${column}`}
              onSave={(now) => onSave(one, { attributes: { [column]: now || null } })}
              onPaste={(event) => onPaste(event, at)}
            />
          </td>
        );
      })}
      <td className="case-sources">
        {one.sources.map(({ guid, name }) => (
          <a key={guid} href={`#/reduce/${guid}`}>
            {name}
          </a>
        ))}
      </td>
      <td>
        {withdrawn && <Badge tone="danger">{t("cases.withdrawn")}</Badge>}
        {!withdrawn && one.consent.length > 0 && (
          <span title={one.consent.map(({ scope, date }) => `${date ?? ""} ${scope}`).join("\n")}>
            <Badge tone="good" icon="check">
              {one.consent[0]?.date ?? t("cases.given")}
            </Badge>
          </span>
        )}
        {one.consent.length === 0 && <Badge tone="warn">{t("cases.noConsent")}</Badge>}
      </td>
      <td>
        <IconButton
          icon="trash"
          size={16}
          label={t("cases.remove", { name: one.name })}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}

/** Saves what is typed or pasted, and removes, each with its words when it fails. */
function useSaving() {
  const { t } = useTranslation(["collect", "shell"]);
  const change = useChangeCase();
  const remove = useRemoveCase();
  const { undo } = useUndoing();
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));
  return {
    save: (one: Case, patch: CasePatch) => change.mutate({ one, patch }, { onError }),
    saveAll: async (changes: readonly (readonly [Case, CasePatch])[]) => {
      for (const [one, patch] of changes) {
        const done = await change.mutateAsync({ one, patch }).catch(onError);
        if (!done) return;
      }
    },
    remove: (one: Case) =>
      remove.mutate(one, {
        onSuccess: () =>
          toast(t("cases.removed", { name: one.name }), {
            doing: { label: t("shell:undo.undo"), act: undo },
          }),
        onError,
      }),
  };
}

/** The cases with what is known of each; cells are typed into, or pasted from a spreadsheet. */
export function Cases() {
  const { t } = useTranslation("collect");
  const { data: cases } = useCases();
  const { data: attributes } = useAttributes();
  const [name, setName] = useState("");
  const [more, setMore] = useState<readonly string[]>([]);
  const [attribute, setAttribute] = useState("");
  const { save, saveAll, remove } = useSaving();
  if (!cases || !attributes) return <Loading />;
  const known = attributes.filter((one) => one.of === "case").map((one) => one.name);
  const columns = [...new Set([...known, ...more])];
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const guids = cases.map(({ guid }) => guid);
    const changes = pasted(text, { row, column }, guids, columns);
    void saveAll(
      cases.flatMap((one) => {
        const values = changes.get(one.guid);
        return values ? [[one, { attributes: values }] as const] : [];
      }),
    );
  };
  const addColumn = (event: FormEvent) => {
    event.preventDefault();
    if (attribute.trim() === "") return;
    setMore([...more, attribute.trim()]);
    setAttribute("");
  };
  return (
    <div className="cases">
      <div className="filters">
        <AddCase name={name} onName={setName} />
        {cases.length > 0 && (
          <form className="case-add" onSubmit={addColumn}>
            <input
              className="input"
              aria-label={t("cases.attribute")}
              placeholder={t("cases.attribute")}
              value={attribute}
              onChange={(event) => setAttribute(event.target.value)}
            />
            <Button type="submit" icon="plus" isDisabled={attribute.trim() === ""}>
              {t("cases.addAttribute")}
            </Button>
          </form>
        )}
      </div>
      {cases.length === 0 ? (
        <EmptyState icon="person" title={t("cases.empty")}>
          {t("cases.emptyHint")}
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
        <section className="case-scroll" aria-label={t("tabs.cases")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("cases.case")}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="attribute">
                    {column}
                  </th>
                ))}
                <th scope="col">{t("tabs.sources")}</th>
                <th scope="col">{t("cases.consent")}</th>
                <th scope="col">
                  <span className="sr-only">{t("cases.doings")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {cases.map((one, row) => (
                <Row
                  key={one.guid}
                  one={one}
                  columns={columns}
                  onSave={save}
                  onPaste={(event, column) => paste(event, row, column)}
                  onRemove={() => remove(one)}
                />
              ))}
            </tbody>
          </table>
          {attributes.map((one) => (
            <datalist key={one.guid} id={`options-${one.name}`}>
              {one.options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          ))}
        </section>
      )}
    </div>
  );
}
