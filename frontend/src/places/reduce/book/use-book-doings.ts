/** What is done to codes in the panel, by pointer or keys, each one change with words for it. */

import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useEditCode, useMoveCodes, useRecode, useRemoveCodes } from "../../../api/codebook";
import { codesNow } from "../../../api/codes";
import { useApplyCodes } from "../../../api/codings";
import { lasting } from "../../../api/lasting";
import { useSeen } from "../../../api/seen";
import { useStudy, useStudyId } from "../../../api/study";
import type { Code } from "../../../api/types";
import type { Dragged } from "../../../lib/drag";
import { unfold } from "../../../stores/codebook";
import { useUi } from "../../../stores/ui";
import { useDesk } from "../desk";
import { type Place, type Step, stepped } from "../tree";
import type { Drop } from "../tree-drop";
import { ask, tell, useShelf } from "./shelf";
import { useDone } from "./use-done";

type Segment = NonNullable<Dragged["segment"]>;

interface Doing {
  readonly codes: readonly Code[];
  /** Puts a code on the picked passage; false when none is picked. */
  readonly apply: (codes: readonly string[]) => boolean;
}

export function useBookDoings({ codes, apply }: Doing) {
  const { t } = useTranslation(["codebook", "reduce"]);
  const { done, onError } = useDone();
  const moving = useMoveCodes();
  const editing = useEditCode();
  const removing = useRemoveCodes();
  const recoding = useRecode();
  const applying = useApplyCodes();
  const { data: study } = useStudy();
  const about = useStudyId();
  const seen = useSeen();
  const queries = useQueryClient();
  const markUsed = useUi((ui) => ui.useCodes);
  const found = (guids: readonly string[]) => codes.filter(({ guid }) => guids.includes(guid));
  const named = (guids: readonly string[]) => {
    const names = found(guids).map(({ name }) => name);
    return names.length > 3 ? t("several", { count: names.length }) : names.join(", ");
  };
  const placeIn = (parent: string | null) =>
    codes.find(({ guid }) => guid === parent)?.name ?? t("reduce:codes.top");

  const move = (guids: readonly string[], { parent, position }: Place, quiet = false) => {
    const text = t("moved", { name: named(guids), place: placeIn(parent) });
    lasting(
      moving,
      { codes: guids, parent, position },
      { ...(!quiet && { onSuccess: () => done(text) }), onError },
    );
  };
  const step = (guids: readonly string[], way: Step) => {
    // What the press before did may not be drawn yet.
    const now = codesNow(queries, about, seen) ?? codes;
    const place = stepped(now, guids, way);
    if (!place) return tell(t(`noWay.${way}`));
    if (way === "in" && place.parent) unfold(place.parent);
    const around = now.filter(
      ({ guid, parent }) => parent === place.parent && !guids.includes(guid),
    );
    const at = (place.position ?? around.length) + 1;
    move(guids, place, true);
    tell(t("stepped", { name: named(guids), place: placeIn(place.parent), at }));
  };
  const take = (code: Code) => {
    if (code.codable && apply([code.guid])) return;
    useShelf.setState({ view: "passages" });
    useDesk.setState({ opened: code.guid });
  };
  const remove = (guids: readonly string[]) => {
    const going = found(guids);
    if (going.some(({ codings_below }) => codings_below > 0))
      return ask({ kind: "remove", codes: going });
    const text = t("removed", { name: named(guids), count: going.length });
    lasting(removing, { codes: guids, heir: null }, { onSuccess: () => done(text), onError });
  };
  const putOn = ({ source, start, end }: Segment, code: Code) => {
    markUsed([code.guid]);
    lasting(
      applying,
      { source, start, end, codes: [code.guid], coder: study?.me.guid ?? "" },
      { onSuccess: () => done(t("reduce:said.coded", { names: code.name })), onError },
    );
  };
  const recode = (codings: readonly string[], code: Code, adds: boolean) => {
    const key = adds ? "added" : "recoded";
    lasting(
      recoding,
      { codings, code: code.guid, adds },
      {
        onSuccess: () => done(t(key, { name: code.name, count: codings.length })),
        onError,
      },
    );
  };
  const drop = (where: Drop, dragged: Dragged) => {
    if (where.kind === "place" || where.kind === "inside") move(dragged.codes ?? [], where);
    else if (where.kind === "merge")
      ask({ kind: "merge", codes: found(dragged.codes ?? []), into: where.code });
    else if (where.kind === "code") dragged.segment && putOn(dragged.segment, where.code);
    else recode(dragged.codings ?? [], where.code, where.kind === "add");
  };
  return {
    found,
    named,
    move,
    step,
    take,
    remove,
    drop,
    rename: (code: Code, name: string) =>
      lasting(
        editing,
        { code, patch: { name } },
        { onSuccess: () => tell(t("renamed", { name: code.name, now: name })), onError },
      ),
  };
}

export type BookDoings = ReturnType<typeof useBookDoings>;
