/** The columns that the table of sources may have, the attributes of sources among them. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSourceView } from "../../stores/source-view";
import { ATTRIBUTE, type Column, SPECS } from "./columns";
import { useSourceAttributes } from "./source-attributes";
import { KINDS, LANGUAGE_CODES, STATUSES, useKinds, useLanguages } from "./words";

export interface SourceColumns {
  readonly all: readonly Column[];
  readonly name: Column;
  /** Those that are shown besides the name, in the person's order. */
  readonly shown: readonly Column[];
}

export function useSourceColumns(): SourceColumns {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  const attributes = useSourceAttributes();
  const chosen = useSourceView(({ columns }) => columns);
  return useMemo(() => {
    const choices: Record<string, Column["choices"]> = {
      kind: KINDS.map((id) => ({ id, label: kinds[id] })),
      status: STATUSES.map((id) => ({ id, label: t(`status.${id}`) })),
      language: LANGUAGE_CODES.map((id) => ({ id, label: languages(id) })),
    };
    const built = Object.entries(SPECS).map(([id, spec]): Column => {
      const own = choices[id];
      return {
        id,
        label: t(`columns.${id as "name"}`),
        width: spec.width,
        isNumber: spec.isNumber ?? false,
        isGroup: spec.isGroup ?? false,
        edit: spec.edit ?? null,
        ...(own && { choices: own }),
      };
    });
    const more = attributes.map((attribute): Column => {
      const own = attribute.options.map((id) => ({ id, label: id }));
      return {
        id: ATTRIBUTE + attribute.name,
        label: attribute.name,
        width: 130,
        isNumber: attribute.type === "number",
        isGroup: true,
        edit: attribute.type === "list" ? "choice" : "text",
        ...(attribute.type === "list" && { choices: own }),
      };
    });
    const all = [...built, ...more];
    const name = all[0] as Column;
    const shown = chosen.flatMap((id) => all.find((one) => one.id === id && id !== "name") ?? []);
    return { all, name, shown };
  }, [t, kinds, languages, attributes, chosen]);
}
