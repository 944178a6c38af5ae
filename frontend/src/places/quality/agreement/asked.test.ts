import { expect, test } from "vitest";
import { agreementAddress, readAsked, USUAL } from "./asked";

const search = (address: string) => address.split("?")[1] ?? "";

test("what is asked stands in the address, and what is usual does not", () => {
  const asked = {
    measure: "cohen-kappa",
    unit: "word",
    coders: ["a", "b"],
    codes: ["c"],
    round: "d",
    machines: true,
    settings: { weights: "linear" },
    interval: "analytic",
  } as const;
  expect(readAsked(search(agreementAddress(asked)))).toEqual(asked);
  expect(agreementAddress(USUAL)).toBe("/quality/agreement");
  expect(agreementAddress({ ...USUAL, unit: "word" }, "open")).toBe(
    "/quality/agreement/open?unit=word",
  );
  expect(readAsked("interval=guess")).toEqual(USUAL);
  expect(readAsked("unit=parsec")).toEqual(USUAL);
});
