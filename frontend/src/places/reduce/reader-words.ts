/** What the reader says, in the language of the page. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CodingView, MarginNote, ReaderWords } from "../../annotators/text/api";
import type { Code, Study } from "../../api/types";
import { dated } from "../../lib/dates";
import { currentLanguage } from "../../lib/i18n";

const WORDS = 80;

export function useReaderWords(codes: readonly Code[], users: Study["users"]): ReaderWords {
  const { t } = useTranslation("reader");
  return useMemo(() => {
    const paths = new Map(codes.map(({ guid, path }) => [guid, path]));
    const people = new Map(users.map(({ guid, name }) => [guid, name]));
    const all = (names: readonly string[]) =>
      new Intl.ListFormat(currentLanguage(), { type: "conjunction" }).format(names);
    return {
      text: t("text"),
      stripe: (coding: CodingView, code: string, coder: string, quote: string) =>
        t(coding.weight === null ? "stripe" : "stripeWeighed", {
          code,
          coder,
          quote: quote.slice(0, WORDS),
          weight: coding.weight,
        }),
      edge: (edge, code) => t(edge === "start" ? "edgeStart" : "edgeEnd", { code }),
      begins: (names) => t("begins", { codes: all(names) }),
      ends: (names) => t("ends", { codes: all(names) }),
      block: (number, speaker, names) =>
        [
          speaker ? t("blockOf", { number, speaker }) : t("block", { number }),
          names.length > 0 ? t("coded", { codes: all(names) }) : t("uncoded"),
        ].join(" "),
      tip: (coding, notes) => [
        paths.get(coding.code) ?? "",
        t("by", {
          name: people.get(coding.coder) ?? "?",
          date: coding.created === null ? "" : dated(new Date(coding.created)),
        }),
        ...(coding.weight === null ? [] : [t("weight", { weight: coding.weight })]),
        ...notes.map((title) => t("memo", { title })),
      ],
      note: ({ kind, title }: MarginNote) => (kind === "lost" ? title : t("memo", { title })),
      drop: (what, code, count) => t(`drop.${what}`, { code, count }),
    };
  }, [t, codes, users]);
}
