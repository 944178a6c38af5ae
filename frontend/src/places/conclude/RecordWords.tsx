import { useTranslation } from "react-i18next";
import { type Finding, useEvidence } from "../../api/findings";
import { type Recorded, useRecordWords } from "../../api/records";
import { IconButton } from "../../components/Button";
import { Select } from "../../components/Field";
import { useRefusal } from "./saving";

const SHORT = 80;

interface Props {
  finding: Finding;
  record: Recorded;
  readOnly: boolean;
}

/** The words a surprise or a step rests on; more are chosen among the evidence of the finding. */
export function RecordWords({ finding, record, readOnly }: Props) {
  const { t } = useTranslation("tested");
  const { data: evidence = [] } = useEvidence(finding.guid);
  const { show, hide } = useRecordWords(record);
  const refused = useRefusal();
  const onError = (error: Error) => refused(error);
  const there = new Set(record.rests_on.map(({ segment }) => segment));
  const free = evidence.flatMap(({ segment }) =>
    segment?.segment && !there.has(segment.segment)
      ? [{ id: segment.segment, label: `${segment.source_name}: ${segment.text.slice(0, SHORT)}` }]
      : [],
  );
  return (
    <>
      {record.rests_on.length > 0 && (
        <ul className="record-words" aria-label={t("words.title")}>
          {record.rests_on.map(({ segment, where, words }) => (
            <li key={segment} className="tie-line">
              <span dir="auto">
                <span className="muted">{where}</span> {words}
              </span>
              {!readOnly && (
                <IconButton
                  icon="close"
                  size={14}
                  label={t("words.remove", { words })}
                  onPress={() => hide.mutate(segment, { onError })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && free.length > 0 && (
        <Select
          label={t("words.add")}
          hidden
          placeholder={t("words.add")}
          choices={free}
          value={null}
          onChange={(segment) => show.mutate(segment, { onError })}
        />
      )}
    </>
  );
}
