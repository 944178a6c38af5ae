import { expect, it } from "vitest";
import { around } from "./Quote";

it("shows context without the halves of words at its ends", () => {
  const cut = around({ before: "eng langsung ", after: ". Kalau tran", start: 90 });
  expect(cut).toEqual({ before: "…\u2009langsung ", after: ". Kalau …" });
});

it("leaves a context that is whole as it is", () => {
  expect(around({ before: "Awal ", after: " sampai akhir.", start: 5 })).toEqual({
    before: "Awal ",
    after: " sampai akhir.",
  });
  expect(around({ before: "", after: "", start: 0 })).toEqual({ before: "", after: "" });
});
