/** Names of kinds, states and languages, as Collect writes them. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SourceKind, SourceStatus } from "../../api/types";

export const KINDS: readonly SourceKind[] = [
  "interview",
  "focus group",
  "observation",
  "document",
  "posts",
  "survey",
  "literature",
  "other",
];

export const STATUSES: readonly SourceStatus[] = ["to read", "in progress", "coded"];

export const LANGUAGE_CODES = ["id", "en", "jv", "su", "ms", "ar", "zh", "nl"] as const;

export const ENCODINGS = ["utf-8", "utf-16", "windows-1252", "iso-8859-1", "gb18030"] as const;

/** The kinds by their names in the language of the page. */
export function useKinds(): Readonly<Record<SourceKind, string>> {
  const { t } = useTranslation("collect");
  return useMemo(
    () =>
      Object.fromEntries(KINDS.map((kind) => [kind, t(`kinds.${kind}`)])) as Record<
        SourceKind,
        string
      >,
    [t],
  );
}

/** The name of a language by its code. */
export function useLanguages(): (code: string | null) => string {
  const { t, i18n } = useTranslation("collect");
  return useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: "language", fallback: "code" });
    return (code) => {
      if (!code) return t("import.unknown");
      try {
        return names.of(code) ?? code;
      } catch (error) {
        if (error instanceof RangeError) return code;
        throw error;
      }
    };
  }, [t, i18n.language]);
}
