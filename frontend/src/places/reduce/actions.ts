/** What a person does at the desk: coding, un-coding, each with its words when it fails. */

import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import { useAddCode } from "../../api/codes";
import { useApplyCodes, useChangeCoding, useRemoveCodings } from "../../api/codings";
import { useText } from "../../api/sources";
import { useStudy } from "../../api/study";
import type { Code, Codings } from "../../api/types";
import { toast, toastProblem } from "../../components/toasts";
import { rowOf } from "../../lib/columns";
import { useUi } from "../../stores/ui";
import { useDesk } from "./desk";
import { named, nameInVivo } from "./match";
import { type Edge, nudged } from "./nudge";

interface Applied {
  readonly span?: Span;
  readonly origin?: "hand" | "in vivo";
}

/** Acts on one source. */
export function useActions(source: string, codes: readonly Code[], codings: Codings) {
  const { t } = useTranslation(["reduce", "shell"]);
  const { data: study } = useStudy();
  const applying = useApplyCodes();
  const removing = useRemoveCodings();
  const adding = useAddCode();
  const changing = useChangeCoding();
  const { data: text } = useText(source);
  const markUsed = useUi((ui) => ui.useCodes);
  const problem = (what: string) => (error: unknown) =>
    toastProblem(error, what, t("shell:offline.hint"));

  /** Puts codes on the picked passage, or on another. */
  const apply = (guids: readonly string[], { span, origin }: Applied = {}): boolean => {
    const on = span ?? useDesk.getState().picked;
    if (!on || guids.length === 0) return false;
    const { start, end } = on;
    const known = codes.filter(({ guid }) => guids.includes(guid));
    const names = known.map(({ name }) => name).join(", ");
    markUsed(guids);
    useDesk.setState({ last: guids, said: t("said.coded", { names }) });
    applying.mutate(
      { source, start, end, codes: guids, coder: study?.me.guid ?? "", ...(origin && { origin }) },
      { onError: problem(t("failed.code", { names })) },
    );
    return true;
  };

  /** Makes a code and puts it on; a path says what it goes under. */
  const make = async (path: string, also: readonly string[], applied: Applied = {}) => {
    const known = named(codes, path);
    const span = applied.span ?? useDesk.getState().picked;
    if (!span) return;
    if (known?.codable) {
      apply([...also, known.guid], { ...applied, span });
      return;
    }
    const at = path.lastIndexOf("/");
    const above = at > 0 ? named(codes, path.slice(0, at)) : undefined;
    const name = (above ? path.slice(at + 1) : path).trim();
    try {
      const made = await adding.mutateAsync({ name, ...(above && { parent: above.guid }) });
      apply([...also, made.guid], { ...applied, span });
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

  /** Takes codings away; by default the current one, or the innermost of the picked passage. */
  const uncode = (wanted?: readonly string[]): boolean => {
    const { current, picked, reader } = useDesk.getState();
    const under = picked ? (reader?.codingsAt(picked.start)[0] ?? null) : null;
    const one = current ?? under;
    const gone = wanted ?? (one ? [one] : []);
    const rows = gone.flatMap((coding) => rowOf(codings, coding) ?? []);
    if (rows.length === 0) return false;
    const name = codes.find(({ guid }) => guid === rows[0]?.code)?.name ?? "";
    useDesk.setState({ current: null, point: null, said: t("said.uncoded", { name }) });
    removing.mutate(
      { source, codings: [...gone] },
      {
        onSuccess: () => toast(t("said.uncoded", { name })),
        onError: problem(t("failed.uncode")),
      },
    );
    return true;
  };

  /** Moves an edge of the current coding by a word. */
  const nudge = (edge: Edge, step: 1 | -1): boolean => {
    const { current } = useDesk.getState();
    const row = current ? rowOf(codings, current) : null;
    if (!row || !text) return false;
    const { start, end } = nudged(text.text, row, edge, step);
    if (start === row.start && end === row.end) return true;
    changing.mutate(
      { source, coding: row.coding, patch: { start, end } },
      { onError: problem(t("failed.change")) },
    );
    return true;
  };

  return { apply, make, inVivo, uncode, nudge };
}

export type Actions = ReturnType<typeof useActions>;
