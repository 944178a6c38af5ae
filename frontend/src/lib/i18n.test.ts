import i18next from "i18next";
import { expect, test } from "vitest";
import { inTexts } from "./i18n";

test.each([
  ["en", "1,234,567 codings of 0.5"],
  ["id", "1.234.567 codings of 0,5"],
])("numbers in texts are written as in the language (%s)", async (lng, written) => {
  const texts = i18next.createInstance().use(inTexts);
  await texts.init({
    lng,
    resources: { [lng]: { translation: { n: "{{count}} codings of {{part}}" } } },
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  const t = texts.t as (key: string, values: object) => string;
  expect(t("n", { count: 1_234_567, part: 0.5 })).toBe(written);
});

test("words in texts stay as they are", () => {
  expect(inTexts.format("2020", undefined, "id")).toBe("2020");
});
