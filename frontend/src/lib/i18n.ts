/** Languages: the texts of all places in one file a language. */

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, useUi } from "../stores/ui";

export const LANGUAGES: readonly Language[] = ["en", "id"];

const catalogues = import.meta.glob<{ default: Record<string, Record<string, unknown>> }>(
  "../locales/*/index.ts",
);

/** The catalogues of a language by their namespaces: a place has one, or a few. */
async function textsOf(language: string): Promise<Record<string, Record<string, unknown>>> {
  const file = await catalogues[`../locales/${language}/index.ts`]?.();
  const texts = Object.entries(file?.default ?? {});
  return Object.fromEntries(
    texts.map(([path, own]) => [path.slice("./".length, -".json".length), own]),
  );
}

const fromFiles = {
  type: "backend" as const,
  init() {},
  read(
    language: string,
    namespace: string,
    done: (error: unknown, texts?: Record<string, unknown>) => void,
  ) {
    textsOf(language).then(
      (texts) => done(null, texts[namespace]),
      (error: unknown) => done(error),
    );
  },
};

/** The chosen language, or the first of the browser's that there is. */
export function preferredLanguage(): Language {
  const chosen = useUi.getState().language;
  if (chosen) return chosen;
  const own = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => own.includes(language)) ?? "en";
}

const numbers = new Map<string, Intl.NumberFormat>();

/** Numbers in texts as the language writes them, all else as it is. */
export const inTexts = {
  type: "formatter" as const,
  init() {},
  add() {},
  addCached() {},
  format(value: unknown, _format?: string, language = "en"): string {
    if (typeof value !== "number") return value as string;
    const known = numbers.get(language) ?? new Intl.NumberFormat(language);
    numbers.set(language, known);
    return known.format(value);
  },
};

/**
 * Starts i18next; fulfilled when the texts of all places are there: whatever asks for
 * texts that are not takes the place around it off the page for a moment, and with it the focus of a
 * field that is being written in.
 */
export async function startTexts(): Promise<void> {
  const follow = (language: string) => {
    document.documentElement.lang = language;
  };
  i18next.on("languageChanged", follow);
  const lng = preferredLanguage();
  const [own] = await Promise.all([textsOf(lng), textsOf("en")]);
  await i18next
    .use(fromFiles)
    .use(initReactI18next)
    .use(inTexts)
    .init({
      lng,
      supportedLngs: [...LANGUAGES],
      fallbackLng: "en",
      ns: Object.keys(own),
      defaultNS: "shell",
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: true },
    });
  useUi.subscribe((ui, before) => {
    if (ui.language && ui.language !== before.language) void i18next.changeLanguage(ui.language);
  });
}

/** How dates are written: as the browser's person does in that language, else as most people do. */
export function formatLocale(): string {
  const language = currentLanguage();
  const own = navigator.languages.find((tag) => tag.startsWith(`${language}-`));
  return own ?? (language === "en" ? "en-GB" : language);
}

/** The language texts are in now, for requests and formats. */
export function currentLanguage(): Language {
  return (i18next.language as Language | undefined) ?? preferredLanguage();
}
