import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Choice } from "../../components/Field";
import { KINDS, LANGUAGE_CODES, STATUSES, useKinds, useLanguages } from "./words";

/** What may be chosen for the fields of a source. */
export function useFieldChoices() {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  return useMemo(
    () => ({
      kinds: KINDS.map((id) => ({ id, label: kinds[id] })),
      statuses: STATUSES.map((id) => ({ id, label: t(`status.${id}`) })),
      languages: (now: string | null): Choice[] =>
        [...new Set([...LANGUAGE_CODES, ...(now ? [now] : [])])].map((id) => ({
          id,
          label: languages(id),
        })),
    }),
    [t, kinds, languages],
  );
}
