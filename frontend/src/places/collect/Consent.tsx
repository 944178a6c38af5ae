import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Consent,
  type ConsentPatch,
  useAddConsent,
  useChangeConsent,
  useConsents,
  useRemoveConsent,
} from "../../api/consents";
import type { Case } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Checkbox, TextField } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { readDate } from "../../lib/dates";
import { ConsentWithdrawal } from "./ConsentWithdrawal";

/** Permissions that are asked for most; others that are on record are kept. */
const TERMS = ["quote", "share_transcript", "recontact", "adult"] as const;

interface FormProps {
  one: Consent | null;
  of: Case;
  onClose: () => void;
}

function useSaving({ one, of, onClose }: FormProps) {
  const { t } = useTranslation(["cases", "shell"]);
  const add = useAddConsent();
  const change = useChangeConsent();
  const done = {
    onSuccess: onClose,
    onError: (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint")),
  };
  return {
    isPending: add.isPending || change.isPending,
    save: (patch: ConsentPatch & { scope: string }) =>
      one ? change.mutate({ one, patch }, done) : add.mutate({ ...patch, case: of.guid }, done),
  };
}

/** What was agreed to, when, in which form, and which single permissions. */
function ConsentForm(props: FormProps) {
  const { one, onClose } = props;
  const { t } = useTranslation(["cases", "shell"]);
  const [scope, setScope] = useState(one?.scope ?? "");
  const [date, setDate] = useState(one?.date ?? "");
  const [form, setForm] = useState(one?.form ?? "");
  const [withdrawn, setWithdrawn] = useState(one?.withdrawn ?? "");
  const [terms, setTerms] = useState<Consent["terms"]>(one?.terms ?? {});
  const { save, isPending } = useSaving(props);
  const { withdraw_until: until, note } = terms;
  const put = (name: string, value: string | boolean) => setTerms({ ...terms, [name]: value });
  return (
    <form
      className="consent-form"
      onSubmit={(event) => {
        event.preventDefault();
        const kept = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== ""));
        save({ scope, date: date || null, form, withdrawn: withdrawn || null, terms: kept });
      }}
    >
      <TextField
        label={t("consent.scope")}
        value={scope}
        onChange={setScope}
        rows={2}
        isRequired
        autoFocus
      />
      <TextField
        label={t("consent.date")}
        note={t("consent.dateNote")}
        value={date}
        onChange={setDate}
      />
      <TextField label={t("consent.form")} value={form} onChange={setForm} />
      <fieldset>
        <legend>{t("consent.terms")}</legend>
        {TERMS.map((term) => (
          <Checkbox key={term} isSelected={terms[term] === true} onChange={(is) => put(term, is)}>
            {t(`terms.${term}`)}
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        label={t("consent.until")}
        value={String(until ?? "")}
        onChange={(text) => put("withdraw_until", text)}
      />
      <TextField
        label={t("consent.note")}
        value={String(note ?? "")}
        onChange={(text) => put("note", text)}
      />
      {one && (
        <TextField
          label={t("consent.withdrawn")}
          note={t("consent.withdrawnNote")}
          value={withdrawn}
          onChange={setWithdrawn}
        />
      )}
      <div className="doings">
        <Button type="submit" look="primary" isDisabled={scope.trim() === ""} isPending={isPending}>
          {t("consent.save")}
        </Button>
        <Button onPress={onClose}>{t("shell:cancel")}</Button>
      </div>
    </form>
  );
}

function Told({ one, onEdit }: { one: Consent; onEdit: () => void }) {
  const { t } = useTranslation(["cases", "shell"]);
  const remove = useRemoveConsent();
  const { undo } = useUndoing();
  const granted = TERMS.filter((term) => one.terms[term] === true).map((term) =>
    t(`terms.${term}`),
  );
  const denied = TERMS.filter((term) => one.terms[term] === false).map((term) =>
    t(`terms.${term}`),
  );
  return (
    <div className="consent">
      <p>
        {one.withdrawn ? (
          <Badge tone="danger" icon="warning">
            {t("consent.withdrawnOn", { date: readDate(one.withdrawn) })}
          </Badge>
        ) : (
          <Badge tone="good" icon="check">
            {one.date ? t("consent.given", { date: readDate(one.date) }) : t("consentStates.given")}
          </Badge>
        )}
      </p>
      <p>{one.scope}</p>
      {one.form && <p className="muted">{one.form}</p>}
      {granted.length > 0 && (
        <p className="muted">{t("consent.granted", { what: granted.join(", ") })}</p>
      )}
      {denied.length > 0 && (
        <p className="muted">{t("consent.denied", { what: denied.join(", ") })}</p>
      )}
      <div className="doings">
        <Button small look="quiet" icon="edit" writes onPress={onEdit}>
          {t("consent.edit")}
        </Button>
        <Button
          small
          look="quiet"
          icon="trash"
          writes
          onPress={() =>
            remove.mutate(one, {
              onSuccess: () =>
                toast(t("consent.removed"), { doing: { label: t("shell:undo.undo"), act: undo } }),
              onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
            })
          }
        >
          {t("consent.remove")}
        </Button>
      </div>
    </div>
  );
}

/** The consents of a case, and its withdrawal. */
export function Consents({ one }: { one: Case }) {
  const { t } = useTranslation("cases");
  const { data: consents } = useConsents(one.guid);
  const [editing, setEditing] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const close = () => setEditing(null);
  return (
    <>
      <h3>{t("columns.consent")}</h3>
      {(consents ?? []).map((consent) =>
        editing === consent.guid ? (
          <ConsentForm key={consent.guid} one={consent} of={one} onClose={close} />
        ) : (
          <Told key={consent.guid} one={consent} onEdit={() => setEditing(consent.guid)} />
        ),
      )}
      {consents?.length === 0 && editing === null && <p className="warn">{t("consent.none")}</p>}
      {editing === "new" ? (
        <ConsentForm one={null} of={one} onClose={close} />
      ) : (
        <div className="doings">
          <Button small icon="plus" writes onPress={() => setEditing("new")}>
            {t("consent.add")}
          </Button>
          <Button small look="quiet" icon="shield" writes onPress={() => setLeaving(true)}>
            {t("consent.withdraw")}
          </Button>
        </div>
      )}
      {isLeaving && <ConsentWithdrawal one={one} onClose={() => setLeaving(false)} />}
    </>
  );
}
