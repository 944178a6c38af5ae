/** Saving what is known of sources, one at a time, with words about whatever was in the way. */

import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem";
import { askSource, useChangeSource, useChangeSources } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source, SourcePatch } from "../../api/types";
import { toast, toastProblem } from "../../components/toasts";
import { useCellText } from "./cells";
import { ATTRIBUTE, type Column } from "./columns";

/** Saves fields of a source; where somebody changed it meanwhile, both are shown, and one decides. */
export function useSaveSource(): (source: Source, patch: SourcePatch) => void {
  const { t } = useTranslation(["collect", "shell"]);
  const study = useStudyId();
  const queries = useQueryClient();
  const change = useChangeSource();
  const cellText = useCellText();
  const contest = async (source: Source, patch: SourcePatch) => {
    const now = await askSource(study, source.guid);
    queries.setQueryData(["source", now.guid], now);
    const field = Object.keys(patch)[0] ?? "name";
    const mine = { ...now, ...patch } as Source;
    toast(t("conflict.title", { name: now.name }), {
      tone: "danger",
      more: t("conflict.both", { theirs: cellText(now, field), mine: cellText(mine, field) }),
      doing: { label: t("conflict.mine"), act: () => save(now, patch) },
    });
  };
  const save = (source: Source, patch: SourcePatch) =>
    change.mutate(
      { source, patch },
      {
        onError: (error) => {
          if (error instanceof ApiProblem && error.status === 412) void contest(source, patch);
          else toastProblem(error, t("failed.change"), t("shell:offline.hint"));
        },
      },
    );
  return save;
}

/** Saves a cell of the table. */
export function useSaveCell(): (source: Source, column: Column, value: string) => void {
  const { t } = useTranslation(["collect", "shell"]);
  const save = useSaveSource();
  const many = useChangeSources();
  return (source, { id }, value) => {
    if (!id.startsWith(ATTRIBUTE)) {
      save(source, { [id]: value === "" ? null : value } as SourcePatch);
      return;
    }
    const attributes = { [id.slice(ATTRIBUTE.length)]: value || null };
    many.mutate(
      { chosen: { guids: [source.guid] }, patch: { attributes } },
      { onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")) },
    );
  };
}
