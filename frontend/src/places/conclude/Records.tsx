import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { useUndoOf } from "../../api/history";
import { type Recorded, useRecords, useRecordWrites } from "../../api/records";
import { Button, IconButton } from "../../components/Button";
import { toast } from "../../components/toasts";
import { dated } from "../../lib/dates";
import { type Offered, RecordForm } from "./RecordForm";
import { RecordWords } from "./RecordWords";
import {
  type ChoiceName,
  type Field,
  fieldsOf,
  type OnRecord,
  RESTING,
  recordsFor,
} from "./record-fields";
import { useRefusal } from "./saving";
import "./records.css";

interface Props {
  finding: Finding;
  about: OnRecord;
  offered: Offered;
  readOnly: boolean;
}

/** How a value is told; empty where nothing was said. */
function useTold() {
  const { t, i18n } = useTranslation("tested");
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (record: Recorded, { name, as }: Field): string => {
    const value = record.values[name];
    if (value === null || value === undefined || value === false || value === "") return "";
    if (value === true) return t("yes");
    if (typeof value === "number") {
      return as === "share" ? percent.format(value) : number.format(value);
    }
    if (typeof as !== "string") return t(`choices.${value as ChoiceName}`);
    return record.names[String(value)] ?? String(value);
  };
}

interface LineProps extends Props {
  record: Recorded;
}

function RecordLine({ record, readOnly, ...props }: LineProps) {
  const { finding, about } = props;
  const { t } = useTranslation(["tested", "conclude"]);
  const { remove } = useRecordWrites(finding.guid);
  const undo = useUndoOf();
  const refused = useRefusal();
  const told = useTold();
  const [isEdited, setEdited] = useState(false);
  const [isBack, setBack] = useState(false);
  const back = () => {
    setBack(true);
    setEdited(false);
  };
  if (isEdited) {
    return (
      <li className="record">
        <RecordForm {...props} record={record} onDone={back} />
      </li>
    );
  }
  const said = fieldsOf(about)
    .map((field) => ({ ...field, text: told(record, field) }))
    .filter(({ text }) => text !== "");
  const heads = said.filter(({ head }) => head).map(({ text }) => text);
  const title = heads.join(" · ") || t(`kinds.${about.kind}`);
  const discard = () =>
    remove.mutate(record, {
      onSuccess: ({ seq }) =>
        toast(t("removed"), {
          doing: {
            label: t("conclude:finding.undo"),
            act: () => undo.mutateAsync(seq).catch(refused),
          },
        }),
      onError: (error) => refused(error),
    });
  return (
    <li className="record">
      <div className="tie-line">
        <strong>{title}</strong>
        {!readOnly && (
          <span className="record-doings">
            <IconButton
              icon="edit"
              size={14}
              label={t("edit", { title })}
              autoFocus={isBack}
              onPress={() => setEdited(true)}
            />
            <IconButton icon="trash" size={14} label={t("remove", { title })} onPress={discard} />
          </span>
        )}
      </div>
      <dl>
        {said
          .filter(({ head }) => !head)
          .map(({ name, text }) => (
            <div key={name}>
              <dt>{t(`fields.${name}`)}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
      </dl>
      {RESTING.has(record.kind) && (
        <RecordWords finding={finding} record={record} readOnly={readOnly} />
      )}
      <p className="muted">{t("by", { by: record.by || "–", date: dated(record.created) })}</p>
    </li>
  );
}

/** What is on record for a check, and the way to put something there. */
export function Records(props: Props) {
  const { finding, about, readOnly } = props;
  const { t } = useTranslation("tested");
  const { data: all = [] } = useRecords(finding.guid);
  const [isAdding, setAdding] = useState(false);
  const [isBack, setBack] = useState(false);
  const records = recordsFor(all, about);
  const isFull = about.once && records.length > 0;
  const back = () => {
    setBack(true);
    setAdding(false);
  };
  return (
    <div className="records">
      {records.length > 0 && (
        <ul aria-label={t("title")}>
          {records.map((record) => (
            <RecordLine key={record.guid} record={record} {...props} />
          ))}
        </ul>
      )}
      {isAdding && <RecordForm {...props} onDone={back} />}
      {!(readOnly || isAdding || isFull) && (
        <Button small icon="plus" autoFocus={isBack} onPress={() => setAdding(true)}>
          {t(`adding.${about.kind}`)}
        </Button>
      )}
    </div>
  );
}
