import { expect, it } from "vitest";
import { nameOf } from "./download";

it("takes the name the server gives, any letters in it", () => {
  expect(nameOf('attachment; filename="tabel.csv"', "x")).toBe("tabel.csv");
  expect(nameOf("attachment; filename=tabel.csv", "x")).toBe("tabel.csv");
  const both = "attachment; filename=\"a.csv\"; filename*=UTF-8''k%C3%B6de%20%231.csv";
  expect(nameOf(both, "x")).toBe("köde #1.csv");
  expect(nameOf("attachment; filename*=UTF-8''%E0%A4%A", "x")).toBe("x");
  expect(nameOf(null, "display.svg")).toBe("display.svg");
});
