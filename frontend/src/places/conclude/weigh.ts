/** Weighing on a finding's page: at once on the page, taken back with words when refused. */

import { useState } from "react";
import { type Evidence, type Finding, useEvidence, useEvidenceWrites } from "../../api/findings";
import type { Dragged } from "../../lib/drag";
import type { Segment } from "../../shapes/Quote";
import type { Stance } from "./board";
import type { Looking } from "./looking";
import { useRefusal } from "./saving";
import { keyOf } from "./Unweighed";
import { leave, useWeighingKeys } from "./weighing-keys";

type Place = Pick<Segment, "source" | "start" | "end"> & { segment?: string | null };

/** What can be done with the evidence of a finding by buttons, keys and drops. */
export function useWeighingOf(finding: Finding, readOnly: boolean, { offers }: Looking) {
  const { add, change } = useEvidenceWrites(finding.guid);
  const { data: evidence = [] } = useEvidence(finding.guid);
  const refused = useRefusal();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());

  const give = (place: Place, stance: Stance, why = "") => {
    const key = keyOf(place);
    const { segment, source, start, end } = place;
    leave();
    setGone((before) => new Set(before).add(key));
    add.mutate(
      { ...(segment ? { segment } : { source, start, end }), stance, why },
      {
        onError: (error) => {
          setGone((before) => new Set([...before].filter((one) => one !== key)));
          refused(error, why);
        },
      },
    );
  };
  const turn = (of: Evidence, stance: Stance) => {
    if (of.stance !== stance) {
      change.mutate({ of, stance }, { onError: (error) => refused(error) });
    }
  };
  const drop = ({ evidence: guid, segment }: Dragged, stance: Stance) => {
    const piece = evidence.find((one) => one.guid === guid);
    if (piece) turn(piece, stance);
    else if (segment) give(segment, stance);
  };
  const byKey = (what: string, stance: Stance): boolean => {
    if (readOnly) return false;
    const piece = evidence.find((one) => one.guid === what);
    if (piece) {
      turn(piece, stance);
      return true;
    }
    const offer = offers.find((one) => keyOf(one) === what);
    if (offer) give(offer, stance);
    return offer !== undefined;
  };
  useWeighingKeys(byKey);
  return { gone, give, drop };
}
