/** How values of cases are shown: as people write them, not as they are kept. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dated, timed } from "../../lib/dates";
import type { GridColumn } from "./cases-grid";

const NUMBER = new Map<string, Intl.NumberFormat>();

function numbered(language: string, value: string): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return value;
  const known =
    NUMBER.get(language) ??
    new Intl.NumberFormat(language, { maximumFractionDigits: 12, useGrouping: false });
  NUMBER.set(language, known);
  return known.format(number);
}

const CLOCK = /^\d{2}:\d{2}(:\d{2})?$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A kept value in the language of the page. */
export function useShown(): (column: GridColumn, value: string) => string {
  const { t, i18n } = useTranslation("cases");
  return useMemo(() => {
    const byType: Readonly<Record<string, (value: string) => string>> = {
      number: (value) => numbered(i18n.language, value),
      date: (value) => (DAY.test(value) ? dated(`${value}T00:00`) : value),
      time: (value) => (CLOCK.test(value) ? timed(`2020-01-01T${value}`) : value),
      boolean: (value) =>
        value === "true" ? t("trueValue") : value === "false" ? t("falseValue") : value,
    };
    return ({ kind, attribute }, value) => {
      if (value === "") return "";
      if (kind === "kind") return t(`kinds.${value as "person"}`);
      if (kind === "consent") return t(`consentStates.${value as "none"}`);
      const show = byType[attribute?.type ?? ""];
      return show ? show(value) : value.replaceAll("\n", " ");
    };
  }, [t, i18n.language]);
}
