import { describe, expect, it } from "vitest";
import { localesOf } from "./chart-locale";

describe("axes of charts", () => {
  it("write numbers and dates as the language does", () => {
    const id = localesOf("id");
    expect(id.formatLocale).toMatchObject({ decimal: ",", thousands: "." });
    expect(id.timeFormatLocale.months[4]).toBe("Mei");
    expect(id.timeFormatLocale.days[0]).toBe("Minggu");
    const en = localesOf("en");
    expect(en.formatLocale).toMatchObject({ decimal: ".", thousands: "," });
    expect(en.timeFormatLocale.shortMonths[4]).toBe("May");
    expect(en.timeFormatLocale.days[0]).toBe("Sunday");
  });
});
