/** Moments as people write them, in the language the workspace is shown in. */
import { formatLocale } from "./i18n";

function written(time: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(formatLocale(), options).format(new Date(time));
}

/** A day: 24 Nov 2026. */
export const dated = (time: string | Date) => written(time, { dateStyle: "medium" });

/** A time of day. */
export const timed = (time: string | Date) => written(time, { timeStyle: "short" });

/** A day with its weekday: Tuesday, 24 November 2026. */
export const dayed = (time: string | Date) => written(time, { dateStyle: "full" });

/** A month: November 2026. */
export const monthed = (time: string | Date) => written(time, { month: "long", year: "numeric" });

/** A day and the time of it: 24 Nov 2026, 14:05. */
export const momentOf = (time: string | number | Date) =>
  written(time, { dateStyle: "medium", timeStyle: "short" });

const KEPT = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;

/** A day or a month as a study keeps it, 2026-11-24 or 2026-11, read out; other words as they are. */
export function readDate(kept: string): string {
  const [, year, month, day] = KEPT.exec(kept.trim()) ?? [];
  if (!year || !month) return kept;
  const time = new Date(Number(year), Number(month) - 1, Number(day ?? 1));
  const isThere = time.getMonth() === Number(month) - 1;
  if (!isThere) return kept;
  return day ? dated(time) : written(time, { month: "short", year: "numeric" });
}
