/** How numbers and dates on the axes of charts are written: as the language of the page has them. */

const names = (language: string, options: Intl.DateTimeFormatOptions, days: readonly number[]) => {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  return days.map((day) => format.format(day));
};

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2020, month, 1));
/** A week that begins on a Sunday. */
const DAYS = Array.from({ length: 7 }, (_, day) => Date.UTC(2020, 2, 1 + day));

export function localesOf(language: string) {
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    formatLocale: {
      decimal: sign("decimal"),
      thousands: sign("group"),
      grouping: [3],
      currency: ["", ""],
    },
    timeFormatLocale: {
      dateTime: "%e %B %Y %H:%M:%S",
      date: "%d/%m/%Y",
      time: "%H:%M:%S",
      periods: ["AM", "PM"],
      days: names(language, { weekday: "long" }, DAYS),
      shortDays: names(language, { weekday: "short" }, DAYS),
      months: names(language, { month: "long" }, MONTHS),
      shortMonths: names(language, { month: "short" }, MONTHS),
    },
  };
}
