import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Lead, useEvents, useLeads, useStates } from "../api/happenings";
import { addressOf } from "../app/address";
import { Button, IconButton } from "./Button";
import { Editable } from "./Editable";
import { Select, TextField } from "./Field";
import { toastProblem } from "./toasts";
import { Writing } from "./Writing";

interface End {
  readonly kind: Lead["kind"];
  readonly guid: string;
  readonly name: string;
}

interface Props {
  of: End;
  leads: readonly Lead[];
  follows: readonly Lead[];
}

type Way = "leads" | "follows";

/** The events and states that something may lead to or follow from. */
function useEnds(of: End, taken: readonly Lead[]): { id: string; label: string; note: string }[] {
  const { t } = useTranslation("happened");
  const { data: events = [] } = useEvents();
  const { data: states = [] } = useStates();
  const gone = new Set([of.guid, ...taken.map(({ target }) => target)]);
  const ends = [
    ...events.map((one) => ({ ...one, kind: "event" as const })),
    ...states.map((one) => ({ ...one, kind: "state" as const })),
  ];
  return ends
    .filter(({ guid }) => !gone.has(guid))
    .map(({ kind, guid, name, when }) => ({
      id: `${kind}/${guid}`,
      label: name,
      note: `${t(`leads.${kind}`)}, ${when}`,
    }));
}

/** A relation that is not there yet. */
function NewLead({ of, leads, follows, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(["happened", "shell"]);
  const [way, setWay] = useState<Way>("leads");
  const [other, setOther] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const ends = useEnds(of, way === "leads" ? leads : follows);
  const { lead } = useLeads();
  const keep = () => {
    const [kind, guid] = (other ?? "").split("/") as [Lead["kind"], string];
    const [origin, target] =
      way === "leads"
        ? [of, { kind, guid }]
        : [
            { kind, guid },
            { kind: of.kind, guid: of.guid },
          ];
    lead.mutate(
      {
        origin_kind: origin.kind,
        origin: origin.guid,
        target_kind: target.kind,
        target: target.guid,
        why,
      },
      {
        onSuccess: onClose,
        onError: (error) => toastProblem(error, t("notSaved"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <div className="happened-new">
      <Select
        label={t("leads.way")}
        choices={[
          { id: "leads", label: t("leads.leads") },
          { id: "follows", label: t("leads.follows") },
        ]}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          setOther(null);
        }}
      />
      <Select label={t("leads.other")} choices={ends} value={other} onChange={setOther} />
      <TextField label={t("leads.why")} value={why} onChange={setWhy} />
      <p className="happened-doings">
        <Button small look="primary" writes isDisabled={other === null} onPress={keep}>
          {t("leads.keep")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </div>
  );
}

/** What an event or state leads to and follows from, and why: each change is a step. */
export function LeadsOf(props: Props) {
  const { t } = useTranslation(["happened", "shell"]);
  const { of, leads, follows } = props;
  const [isAdding, setAdding] = useState(false);
  const { lead, unlead } = useLeads();
  const onError = (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint"));
  const lines = [
    ...follows.map((one) => ({ ...one, way: "follows" as const })),
    ...leads.map((one) => ({ ...one, way: "leads" as const })),
  ];
  const rewrite = (one: (typeof lines)[number], why: string) => {
    const ends = {
      origin_kind: of.kind,
      origin: of.guid,
      target_kind: one.kind,
      target: one.target,
    };
    const turned = {
      origin_kind: one.kind,
      origin: one.target,
      target_kind: of.kind,
      target: of.guid,
    };
    lead.mutate({ ...(one.way === "leads" ? ends : turned), why }, { onError });
  };
  return (
    <section aria-label={t("leads.of", { name: of.name })} className="happened-part">
      <h3>{t("leads.title")}</h3>
      <ul>
        {lines.map((one) => (
          <li key={one.guid}>
            <p className="happened-lead">
              <span>
                {t(`leads.${one.way}`)}:{" "}
                <Link href={addressOf(one.kind, one.target)}>
                  <bdi>{one.label}</bdi>
                </Link>
              </span>
              <IconButton
                icon="close"
                size={14}
                label={t("leads.remove", { way: t(`leads.${one.way}`), name: one.label })}
                writes
                onPress={() => unlead.mutate(one.guid, { onError })}
              />
            </p>
            <Editable
              label={t("leads.whyOf", { name: one.label })}
              hidden
              placeholder={t("leads.why")}
              value={one.why}
              onSave={(why) => rewrite(one, why)}
            />
          </li>
        ))}
      </ul>
      <Writing>
        {isAdding ? (
          <NewLead {...props} onClose={() => setAdding(false)} />
        ) : (
          <Button
            small
            icon="link"
            writes
            aria-label={t("leads.addTo", { name: of.name })}
            onPress={() => setAdding(true)}
          >
            {t("leads.add")}
          </Button>
        )}
      </Writing>
    </section>
  );
}
