import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Happened, useEvidenceOf } from "../api/happenings";
import { addressOfThing } from "../app/address";
import { Button, IconButton } from "./Button";
import { PassageFinder } from "./PassageFinder";
import { toastProblem } from "./toasts";
import { Writing } from "./Writing";

interface Props {
  of: "events" | "ratings";
  guid: string;
  evidence: Happened["evidence"];
  /** What it is evidence of, for the names of buttons. */
  name: string;
}

/** The passages that an event is known from, or that a rating rests on: each change is a step. */
export function EvidenceOf({ of, guid, evidence, name }: Props) {
  const { t } = useTranslation(["happened", "shell", "networks"]);
  const [isAdding, setAdding] = useState(false);
  const { show, hide } = useEvidenceOf(of);
  const onError = (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint"));
  return (
    <section aria-label={t("evidenceOf", { name })} className="happened-part">
      <h3>{t("evidence", { count: evidence.length })}</h3>
      <ul>
        {evidence.map((thing) => (
          <li key={thing.guid} className="happened-quote">
            <Link href={addressOfThing(thing)}>
              {thing.where}: “{thing.label}”
            </Link>
            <IconButton
              icon="close"
              size={14}
              label={t("takeAway", { words: thing.label })}
              writes
              onPress={() => hide.mutate({ guid, segment: thing.guid }, { onError })}
            />
          </li>
        ))}
      </ul>
      <Writing>
        {isAdding ? (
          <PassageFinder
            taken={new Set(evidence.map((thing) => thing.guid))}
            onAdd={(words) => show.mutate({ guid, words }, { onError })}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Button
            small
            icon="evidence"
            writes
            aria-label={t("addEvidenceTo", { name })}
            onPress={() => setAdding(true)}
          >
            {t("networks:addEvidence")}
          </Button>
        )}
      </Writing>
    </section>
  );
}
