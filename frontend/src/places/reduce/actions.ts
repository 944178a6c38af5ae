/** What a person does at the desk: coding, un-coding, each with its words when it fails. */

import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import { useAddCode } from "../../api/codes";
import {
  type CodingChange,
  codingsNow,
  isStale,
  useApplyCodes,
  useChangeCoding,
  useRemoveCodings,
} from "../../api/codings";
import { lasting } from "../../api/lasting";
import type { Seen } from "../../api/seen";
import { useText } from "../../api/sources";
import { useStudy, useStudyId } from "../../api/study";
import type { Code } from "../../api/types";
import { toast, toastProblem } from "../../components/toasts";
import { type CodingRow, NO_CODINGS, rowOf } from "../../lib/columns";
import { useSteady } from "../../lib/steady";
import { useReadOnlyStore } from "../../stores/read-only";
import { SEES_ALL, useUi } from "../../stores/ui";
import { codingMeant } from "./coding-meant";
import { say, useDesk } from "./desk";
import { named, nameInVivo, placeOf } from "./match";
import { type Edge, nudged } from "./nudge";

export interface Applied {
  readonly span?: Span;
  readonly origin?: "hand" | "in vivo";
  readonly weight?: number | null;
}

/** Says why nothing can be written now, where nothing can. */
function refused(): boolean {
  const { why } = useReadOnlyStore.getState();
  if (why !== null) toast(why);
  return why !== null;
}

/** Acts on one source. */
export function useActions(source: string, codes: readonly Code[], seen: Seen) {
  const { t } = useTranslation(["reduce", "desk", "shell"]);
  const study = useStudyId();
  const { data: about } = useStudy();
  const applying = useApplyCodes();
  const removing = useRemoveCodings();
  const adding = useAddCode();
  const changing = useChangeCoding();
  const { data: text } = useText(source);
  const queries = useQueryClient();
  const markUsed = useUi((ui) => ui.useCodes);
  const problem = (what: string) => (error: unknown) =>
    toastProblem(error, what, t("shell:offline.hint"));
  const me = about?.me.guid ?? "";

  /** Whoever codes sees what they code, whomever they have hidden. */
  const seeMyself = () => {
    const { seeing, setSeeing } = useUi.getState();
    const { hidden } = seeing[study] ?? SEES_ALL;
    if (hidden.includes(me)) setSeeing(study, { hidden: hidden.filter((one) => one !== me) });
  };

  /** A coding as the last press left it, drawn or not. */
  const row = (coding: string): CodingRow | null =>
    rowOf(codingsNow(queries, source, seen) ?? NO_CODINGS, coding);

  const put = (span: Span, on: readonly Pick<Code, "guid" | "name">[], how: Applied) => {
    const guids = on.map(({ guid }) => guid);
    const names = on.map(({ name }) => name).join(", ");
    markUsed(guids);
    seeMyself();
    useDesk.setState({ last: guids });
    say(t("said.coded", { names }));
    const { origin, weight } = how;
    const more = { ...(origin && { origin }), ...(typeof weight === "number" && { weight }) };
    lasting(
      applying,
      {
        source,
        text: useDesk.getState().digest,
        start: span.start,
        end: span.end,
        codes: guids,
        coder: me,
        ...more,
      },
      { onError: problem(t("failed.code", { names })) },
    );
  };

  const codable = (guids: readonly string[]) =>
    codes.filter((code) => code.codable && guids.includes(code.guid));

  /** Puts codes on the picked passage, or on another. */
  const apply = (guids: readonly string[], applied: Applied = {}): boolean => {
    if (refused()) return true;
    const span = applied.span ?? useDesk.getState().picked;
    const known = codable(guids);
    if (!span || known.length === 0) return false;
    put(span, known, applied);
    return true;
  };

  /** Makes a code and puts it on; a path says what it goes under. */
  const make = async (path: string, also: readonly string[], applied: Applied = {}) => {
    if (refused()) return;
    const known = named(codes, path);
    const span = applied.span ?? useDesk.getState().picked;
    if (!span) return;
    if (known?.codable) {
      apply([...also, known.guid], { ...applied, span });
      return;
    }
    const place = placeOf(codes, path);
    const { name } = place;
    try {
      const made = await adding.mutateAsync(place);
      put(span, [...codable(also), made], applied);
    } catch (error) {
      problem(t("failed.make", { name }))(error);
    }
  };

  const inVivo = (): boolean => {
    const { picked } = useDesk.getState();
    const name = picked ? nameInVivo(picked.quote) : "";
    if (!picked || name === "") return false;
    void make(name, [], { span: picked, origin: "in vivo" });
    return true;
  };

  /** Takes codings away; by default the one that is meant. */
  const uncode = (wanted?: readonly string[]): boolean => {
    if (refused()) return true;
    const one = codingMeant();
    const gone = wanted ?? (one ? [one] : []);
    const rows = gone.flatMap((coding) => row(coding) ?? []);
    if (rows.length === 0) return false;
    const name = codes.find(({ guid }) => guid === rows[0]?.code)?.name ?? "";
    useDesk.setState({ current: null, point: null });
    say(t("said.uncoded", { name }));
    lasting(
      removing,
      { source, codings: [...gone] },
      {
        onSuccess: () => toast(t("said.uncoded", { name })),
        onError: problem(t("failed.uncode")),
      },
    );
    return true;
  };

  /** Changes a coding as it is seen; where somebody else was first, it is asked which is to stay. */
  const change = (coding: string, patch: CodingChange["patch"]): boolean => {
    if (refused()) return true;
    const now = row(coding);
    if (!now) return false;
    const wanted = { source, coding, text: useDesk.getState().digest, patch };
    lasting(
      changing,
      { ...wanted, ...(now.revision > 0 && { revision: now.revision }) },
      {
        onError: (error) => {
          if (isStale(error)) useDesk.setState({ contested: wanted, current: coding });
          else problem(t("failed.change"))(error);
        },
      },
    );
    return true;
  };

  /** Makes a change that somebody else came before, over theirs. */
  const insist = (wanted: CodingChange) => {
    useDesk.setState({ contested: null });
    lasting(changing, wanted, { onError: problem(t("failed.change")) });
  };

  /** Moves an edge of the coding that is meant by a word. */
  const nudge = (edge: Edge, step: 1 | -1): boolean => {
    const coding = codingMeant();
    const now = coding ? row(coding) : null;
    if (!now || !text) return false;
    const { start, end } = nudged(text.text, now, edge, step);
    if (start === now.start && end === now.end) return true;
    return change(now.coding, { start, end });
  };

  return useSteady({ apply, make, inVivo, uncode, change, insist, nudge, row });
}

export type Actions = ReturnType<typeof useActions>;
