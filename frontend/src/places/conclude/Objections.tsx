import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Objection } from "../../api/findings";
import { useRecordWrites } from "../../api/records";
import { Button } from "../../components/Button";
import { useRefusal } from "./saving";
import "./evidence.css";

interface Props {
  finding: Finding;
  objections: readonly Objection[];
  readOnly: boolean;
}

/** Who was shown a finding and does not agree with it: candidates against it until it is on record what
 * was done about them. */
export function Objections({ finding, objections, readOnly }: Props) {
  const { t } = useTranslation("tested");
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections-title" className="objections">
      <h3 id="objections-title">
        {t("objections.title")} <span className="muted number">{objections.length}</span>
      </h3>
      <p className="muted">{t("objections.lead")}</p>
      <ul>
        {objections.map((one) => (
          <li key={one.guid} className="evidence">
            <p>
              <strong>{one.who}</strong>{" "}
              <span className="muted">
                {t(`objections.${one.answer as "disagree" | "partly"}`)}
                {one.date !== "" && ` · ${one.date}`}
              </span>
            </p>
            <p dir="auto" className={one.comment === "" ? "muted" : undefined}>
              {one.comment || t("objections.none")}
            </p>
            {!readOnly && <Settle finding={finding} objection={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Settle({ finding, objection }: { finding: Finding; objection: Objection }) {
  const { t } = useTranslation("tested");
  const { change } = useRecordWrites(finding.guid);
  const refused = useRefusal();
  const [action, setAction] = useState("");
  const put = () =>
    change.mutate(
      { of: { ...objection, kind: "feedback" }, values: { action: action.trim() } },
      { onError: (error) => refused(error, action) },
    );
  return (
    <form
      className="offer"
      onSubmit={(event) => {
        event.preventDefault();
        if (action.trim() !== "") put();
      }}
    >
      <input
        className="input"
        aria-label={t("objections.action")}
        placeholder={t("objections.action")}
        value={action}
        onChange={(event) => setAction(event.target.value)}
      />
      <Button small type="submit" isDisabled={action.trim() === ""} isPending={change.isPending}>
        {t("objections.note")}
      </Button>
    </form>
  );
}
