/** What stands in the cells of the table of sources, as people read it. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "../../api/types";
import { dated, readDate } from "../../lib/dates";
import { ATTRIBUTE } from "./columns";
import { useKinds, useLanguages } from "./words";

export type CellText = (source: Source, column: string) => string;

const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(", ");

/** The value of a field that is written over, as it is kept. */
export function keptValue(source: Source, column: string): string {
  if (column.startsWith(ATTRIBUTE)) return source.values[column.slice(ATTRIBUTE.length)] ?? "";
  const value = source[column as "name"] as unknown;
  return typeof value === "string" ? value : "";
}

export function useCellText(): CellText {
  const { t, i18n } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language);
    const texts: Record<string, (source: Source) => string> = {
      kind: ({ kind }) => kinds[kind as "other"] ?? kind,
      case: ({ cases }) => names(cases),
      language: ({ language }) => (language ? languages(language) : ""),
      length: ({ length }) => number.format(length),
      codings: ({ codings }) => number.format(codings),
      coders: ({ coders }) => names(coders),
      status: ({ status }) => t(`status.${status as "coded"}`),
      collected: ({ collected }) => readDate(collected ?? ""),
      created: ({ created }) => dated(created),
    };
    return (source, column) => texts[column]?.(source) ?? keptValue(source, column);
  }, [t, i18n.language, kinds, languages]);
}

/** What a group is called: its value as people read it, or that there is none. */
export function useGroupName(): (column: string, value: string) => string {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  return (column, value) => {
    if (value === "") return t("groups.none");
    if (column === "kind") return kinds[value as "other"] ?? value;
    if (column === "language") return languages(value);
    if (column === "status") return t(`status.${value as "coded"}`);
    return column === "collected" ? readDate(value) : value;
  };
}
