/** Moments as people write them, in the language the workspace is shown in. */
import i18next from "i18next";

const language = () => i18next.language || "en";

/** A day: 24 Nov 2026. */
export function dated(time: string | Date): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(new Date(time));
}

/** A time of day. */
export function timed(time: string | Date): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: "short" }).format(new Date(time));
}

/** A day with its weekday: Tuesday, 24 November 2026. */
export function dayed(time: string | Date): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "full" }).format(new Date(time));
}
