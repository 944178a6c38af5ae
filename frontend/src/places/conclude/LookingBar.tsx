import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, WAYS } from "../../api/findings";
import { useRecordWrites } from "../../api/records";
import { Button } from "../../components/Button";
import { TextField } from "../../components/Field";
import { QueryField } from "../../components/query/QueryField";
import { Segmented } from "../../components/Segmented";
import { toast } from "../../components/toasts";
import type { Looking } from "./looking";
import { useRefusal } from "./saving";

interface Props {
  finding: Finding;
  looking: Looking;
  total: number;
  readOnly: boolean;
}

/** Puts the search of the query on record: all it found was looked through, so many speak against. */
function Log({ finding, looking, total }: Props) {
  const { t } = useTranslation("tested");
  const { add } = useRecordWrites(finding.guid);
  const refused = useRefusal();
  const [against, setAgainst] = useState("0");
  const found = Number(against.trim() || Number.NaN);
  const isWrong = !(Number.isInteger(found) && found >= 0);
  const log = () =>
    add.mutate(
      {
        kind: "search",
        values: { query: looking.query, inspected: Math.max(total, found), found },
      },
      { onSuccess: () => toast(t("looking.logged")), onError: (error) => refused(error) },
    );
  return (
    <div className="looking-log">
      <TextField
        label={t("fields.found")}
        inputMode="numeric"
        value={against}
        onChange={setAgainst}
        {...(isWrong && { error: t("whole") })}
      />
      <Button small isDisabled={isWrong} isPending={add.isPending} onPress={log}>
        {t("looking.log", { count: total })}
      </Button>
    </div>
  );
}

function Asking(props: Props) {
  const { t } = useTranslation("tested");
  const { looking, readOnly } = props;
  const [draft, setDraft] = useState(looking.query);
  const { found, query } = looking;
  return (
    <form
      className="looking-query"
      onSubmit={(event) => {
        event.preventDefault();
        looking.setQuery(draft.trim());
      }}
    >
      <QueryField label={t("fields.query")} value={draft} rows={2} onChange={setDraft} />
      <Button small type="submit">
        {t("looking.ask")}
      </Button>
      {found.isError && (
        <p className="field-error" role="alert">
          {found.error.message}
        </p>
      )}
      {found.data && query !== "" && !readOnly && <Log key={query} {...props} />}
    </form>
  );
}

/** In which way what could be evidence is looked for. */
export function LookingBar(props: Props) {
  const { t } = useTranslation("tested");
  const { looking } = props;
  return (
    <div className="looking">
      <Segmented
        small
        label={t("looking.label")}
        value={looking.way}
        choices={WAYS.map((id) => ({ id, label: t(`looking.ways.${id}`) }))}
        onChange={looking.setWay}
      />
      {looking.way === "query" && <Asking {...props} />}
    </div>
  );
}
