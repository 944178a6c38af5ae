import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  ATTRIBUTE_TYPES,
  type AttributeType,
  type CaseRow,
  type CaseTableReport,
  useRehearseCases,
} from "../../api/case-table";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Checkbox, Select } from "../../components/Field";
import { Spinner } from "../../components/Spinner";
import { toastProblem } from "../../components/toasts";
import { planPaste } from "./cases-paste";
import type { Cells } from "./paste";

export interface Pasting {
  readonly cells: Cells;
  readonly target: Parameters<typeof planPaste>[1];
}

export type WriteAll = (
  rows: readonly CaseRow[],
  types?: Record<string, AttributeType>,
) => Promise<CaseTableReport | null>;

interface Props {
  pasting: Pasting;
  onClose: () => void;
  onWrite: WriteAll;
}

const SHOWN = 8;

/** What rows would do, told before they are written. */
export function TableTold({
  report,
  types,
  onType,
}: {
  report: CaseTableReport;
  types: Readonly<Record<string, AttributeType>>;
  onType: (name: string, type: AttributeType) => void;
}) {
  const { t } = useTranslation("cases");
  const { made, changed, touched, refused, attributes } = report;
  return (
    <div className="table-told">
      <ul>
        <li>{t("told.made", { count: made.length })}</li>
        <li>{t("told.changed", { count: changed, touched })}</li>
        {refused.length > 0 && (
          <li className="wrong">{t("told.refused", { count: refused.length })}</li>
        )}
      </ul>
      {made.length > 0 && (
        <p className="muted">
          {made.slice(0, SHOWN).join(", ")}
          {made.length > SHOWN && " …"}
        </p>
      )}
      {attributes.length > 0 && (
        <section>
          <h3>{t("told.attributes")}</h3>
          {attributes.map(({ name, type }) => (
            <div key={name} className="told-attribute">
              <span dir="auto">{name}</span>
              <Select
                label={t("told.typeOf", { name })}
                hidden
                choices={ATTRIBUTE_TYPES.map((id) => ({ id, label: t(`types.${id}`) }))}
                value={types[name] ?? (type as AttributeType)}
                onChange={(wanted) => onType(name, wanted)}
              />
            </div>
          ))}
        </section>
      )}
      {refused.length > 0 && (
        <section>
          <h3>{t("told.why")}</h3>
          <ul className="told-refused">
            {refused.slice(0, 50).map(({ row, column, why }) => (
              <li key={`${row} ${column}`}>{t("told.refusedRow", { row: row + 1, why })}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Rehearses rows whenever they change. */
export function useRehearsal(
  rows: readonly CaseRow[] | null,
  types: Readonly<Record<string, AttributeType>>,
): CaseTableReport | null {
  const { t } = useTranslation(["cases", "shell"]);
  const { mutate } = useRehearseCases();
  const [report, setReport] = useState<CaseTableReport | null>(null);
  useEffect(() => {
    if (rows === null || rows.length === 0) return;
    let isOver = false;
    mutate(
      { rows, types },
      {
        onSuccess: (told) => !isOver && setReport(told),
        onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
      },
    );
    return () => {
      isOver = true;
    };
  }, [rows, types, mutate, t]);
  return report;
}

/** A paste that makes cases or attributes: what it would do, and whether to. */
export function CasesPaste({ pasting, onClose, onWrite }: Props) {
  const { t } = useTranslation(["cases", "shell"]);
  const [asHead, setHead] = useState<boolean | undefined>(undefined);
  const [types, setTypes] = useState<Record<string, AttributeType>>({});
  const plan = useMemo(() => planPaste(pasting.cells, pasting.target, asHead), [pasting, asHead]);
  const report = useRehearsal(plan.rows, types);
  const write = () => {
    onClose();
    void onWrite(plan.rows, types);
  };
  return (
    <Dialog
      title={t("paste.title")}
      isOpen
      onClose={onClose}
      width="34rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" isDisabled={!report} onPress={write} autoFocus>
            {t("paste.write")}
          </Button>
        </>
      }
    >
      <Checkbox isSelected={plan.hasHead} onChange={setHead}>
        {t("paste.head")}
      </Checkbox>
      {plan.ignored > 0 && <p className="muted">{t("paste.ignored", { count: plan.ignored })}</p>}
      {report ? (
        <TableTold
          report={report}
          types={types}
          onType={(name, type) => setTypes({ ...types, [name]: type })}
        />
      ) : (
        <Spinner label={t("paste.looking")} />
      )}
    </Dialog>
  );
}
