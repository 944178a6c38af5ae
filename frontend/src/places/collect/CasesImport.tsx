import { useMemo, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type AttributeType, type CaseColumns, useReadTable } from "../../api/case-table";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { toastProblem } from "../../components/toasts";
import { TableTold, useRehearsal, type WriteAll } from "./CasesPaste";
import type { GridColumn } from "./cases-grid";
import { rowsByHead } from "./cases-paste";
import type { Cells } from "./paste";

interface Props {
  isOpen: boolean;
  grid: readonly GridColumn[];
  columns: CaseColumns;
  onClose: () => void;
  onWrite: WriteAll;
}

interface Read {
  readonly name: string;
  readonly cells: Cells;
}

/** A table file of cases: chosen, looked at, and only then written. */
export function CasesImport({ isOpen, grid, onClose, onWrite }: Props) {
  const { t } = useTranslation(["cases", "shell"]);
  const read = useReadTable();
  const [table, setTable] = useState<Read | null>(null);
  const [types, setTypes] = useState<Record<string, AttributeType>>({});
  const plan = useMemo(() => (table ? rowsByHead(table.cells, grid) : null), [table, grid]);
  const report = useRehearsal(plan?.isNamed ? plan.rows : null, types);
  const close = () => {
    setTable(null);
    setTypes({});
    onClose();
  };
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    read.mutate(file, {
      onSuccess: ({ columns, rows }) => setTable({ name: file.name, cells: [columns, ...rows] }),
      onError: (error) => toastProblem(error, t("import.notRead"), t("shell:offline.hint")),
    });
  };
  const write = () => {
    if (!plan) return;
    close();
    void onWrite(plan.rows, types);
  };
  return (
    <Dialog
      title={t("import.title")}
      isOpen={isOpen}
      onClose={close}
      width="36rem"
      footer={
        <>
          <Button onPress={close}>{t("shell:cancel")}</Button>
          <Button look="primary" isDisabled={!plan?.isNamed || !report} onPress={write}>
            {t("paste.write")}
          </Button>
        </>
      }
    >
      <p>{t("import.hint")}</p>
      <FileTrigger acceptedFileTypes={[".csv", ".tsv", ".xlsx"]} onSelect={choose}>
        <Button icon="file" isPending={read.isPending}>
          {t("import.choose")}
        </Button>
      </FileTrigger>
      {table && (
        <p>
          <strong>{table.name}</strong>{" "}
          <span className="muted">{t("import.rows", { count: table.cells.length - 1 })}</span>
        </p>
      )}
      {plan && !plan.isNamed && <p className="wrong">{t("import.noName")}</p>}
      {plan?.isNamed && report && (
        <TableTold
          report={report}
          types={types}
          onType={(name, type) => setTypes({ ...types, [name]: type })}
        />
      )}
    </Dialog>
  );
}
