import { expect, it } from "vitest";
import { inserted, quoted } from "./cell-draft";

it("a quotation stands a space away from the words beside it", () => {
  expect(inserted("", 0, 0, "“a”")).toEqual({ text: "“a”", caret: 3 });
  expect(inserted("Takut", 5, 5, "“a”")).toEqual({ text: "Takut “a”", caret: 9 });
  expect(inserted("Takut sekali", 6, 6, "“a”").text).toBe("Takut “a” sekali");
  expect(inserted("Takut.", 5, 5, "“a”").text).toBe("Takut “a”.");
  expect(inserted("Takut sekali", 6, 12, "“a”").text).toBe("Takut “a”");
});

it("a segment is quoted on one line with its source", () => {
  expect(quoted({ text: "akun\n baru 😀 ", source_name: "S-01" })).toBe("“akun baru 😀” (S-01)");
});
