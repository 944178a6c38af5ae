import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Duplicates, useImportReferences, type WorksReport } from "../../api/references";
import { useUndoing } from "../../app/undoing";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Segmented } from "../../components/Segmented";
import { Spinner } from "../../components/Spinner";
import { toast, toastProblem } from "../../components/toasts";

interface Props {
  files: readonly File[];
  onClose: () => void;
}

const CHOICES: readonly Duplicates[] = ["skip", "merge", "add"];
const SHOWN = 100;

/** Files of literature: what they hold, what is there already, what is broken; then written. */
export function LiteratureImport({ files, onClose }: Props) {
  const { t } = useTranslation(["literature", "shell"]);
  const { mutate, isPending } = useImportReferences();
  const { undo } = useUndoing();
  const [duplicates, setDuplicates] = useState<Duplicates>("skip");
  const [report, setReport] = useState<WorksReport | null>(null);
  useEffect(() => {
    let isOver = false;
    mutate(
      { files, duplicates, dryRun: true },
      {
        onSuccess: (told) => !isOver && setReport(told),
        onError: (error) => {
          if (isOver) return;
          toastProblem(error, t("import.failed"), t("shell:offline.hint"));
          onClose();
        },
      },
    );
    return () => {
      isOver = true;
    };
  }, [files, duplicates, mutate, onClose, t]);
  const write = () =>
    mutate(
      { files, duplicates, dryRun: false },
      {
        onSuccess: (told) => {
          onClose();
          toast(t("import.done", { count: told.new.length }), {
            doing: { label: t("shell:undo.undo"), act: undo },
          });
        },
        onError: (error) => toastProblem(error, t("import.failed"), t("shell:offline.hint")),
      },
    );
  const isEmpty =
    !report ||
    (report.new.length === 0 && (duplicates === "skip" || report.duplicates.length === 0));
  return (
    <Dialog
      title={t("import.title")}
      isOpen
      onClose={onClose}
      width="38rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" isDisabled={isEmpty} isPending={isPending} onPress={write}>
            {t("import.write", { count: report?.new.length ?? 0 })}
          </Button>
        </>
      }
    >
      {report ? (
        <Told report={report} duplicates={duplicates} onDuplicates={setDuplicates} />
      ) : (
        <Spinner label={t("import.looking")} />
      )}
    </Dialog>
  );
}

interface ToldProps {
  report: WorksReport;
  duplicates: Duplicates;
  onDuplicates: (duplicates: Duplicates) => void;
}

function Told({ report, duplicates, onDuplicates }: ToldProps) {
  const { t } = useTranslation("literature");
  return (
    <div className="literature-told">
      <p>{t("import.new", { count: report.new.length })}</p>
      <ul>
        {report.new.slice(0, SHOWN).map(({ key, short, title }) => (
          <li key={key}>
            <strong>{short}</strong> <span dir="auto">{title}</span>
          </li>
        ))}
      </ul>
      {report.duplicates.length > 0 && (
        <section>
          <h3>{t("import.there", { count: report.duplicates.length })}</h3>
          <Segmented
            label={t("import.what")}
            small
            value={duplicates}
            choices={CHOICES.map((id) => ({ id, label: t(`import.choices.${id}`) }))}
            onChange={onDuplicates}
          />
          <ul>
            {report.duplicates.slice(0, SHOWN).map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same work
              <li key={at}>
                {one.short} = {one.duplicate_of}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.problems.length > 0 && (
        <section>
          <h3 className="wrong">{t("import.broken", { count: report.problems.length })}</h3>
          <ul>
            {report.problems.slice(0, SHOWN).map((one) => (
              <li key={`${one.file} ${one.where} ${one.code}`}>
                {one.where
                  ? t("import.at", { file: one.file, line: one.where, text: one.text })
                  : `${one.file}: ${one.text}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
