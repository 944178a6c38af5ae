import { describe as about, expect, it } from "vitest";
import { drawing, mixedText } from "../../../tests/mixed";
import { CodePoints } from "../../lib/codepoints";
import { describe, resolve } from "./anchor";

about("describe and resolve", () => {
  it("are inverse for every span of a text in any script", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const draw = drawing(seed);
      const points = new CodePoints(mixedText(draw, 1 + draw(1500)));
      for (let probe = 0; probe < 60; probe += 1) {
        const start = draw(points.length + 1);
        const span = { start, end: start + draw(points.length - start + 1) };
        expect(resolve(points, describe(points, span))).toEqual(span);
      }
    }
  });

  it("find a place again after the text before it has grown", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const draw = drawing(seed);
      const text = mixedText(draw, 600);
      const points = new CodePoints(text);
      const start = 100 + draw(300);
      const span = { start, end: start + 20 };
      const before = `😀 kalimat baru ${seed}. `;
      const grown = new CodePoints(before + text);
      const by = [...before].length;
      const found = resolve(grown, describe(points, span));
      expect(found).toEqual({ start: start + by, end: start + 20 + by });
    }
  });

  it("tell equal words apart by what stands around them", () => {
    const old = new CodePoints("satu akun. dua akun. tiga akun.");
    const anchor = describe(old, { start: 15, end: 19 });
    const edited = new CodePoints("Ada satu akun lama. Lalu: dua akun. tiga akun.");
    const at = [...edited.text].join("").indexOf("dua akun") + 4;
    expect(resolve(edited, anchor)).toEqual({ start: at, end: at + 4 });
  });

  it("say so when the words are gone", () => {
    const anchor = describe(new CodePoints("abc def"), { start: 4, end: 7 });
    expect(resolve(new CodePoints("abc xyz"), anchor)).toBeNull();
  });
});
