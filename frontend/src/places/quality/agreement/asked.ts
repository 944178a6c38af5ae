/** What is asked of agreement, and how that stands in the address. */

import { type AgreementAsked, INTERVALS, UNITS } from "../../../api/agreement";

/** The numbers; where people differ; what was decided about it. */
export const VIEWS = ["figures", "open", "settled"] as const;
export type View = (typeof VIEWS)[number];

export const USUAL: AgreementAsked = {
  measure: "alpha",
  unit: "character",
  coders: [],
  codes: [],
  round: "",
  machines: false,
  settings: {},
  interval: "bootstrap",
};
/** Settings stand in the address with this before their names. */
const SETTING = "set.";
const PAGE = "/quality/agreement";

/** The address of a question. */
export function agreementAddress(asked: AgreementAsked, view: View = "figures"): string {
  const { measure, unit, coders, codes, round, machines, settings, interval } = asked;
  const page = view === "figures" ? PAGE : `${PAGE}/${view}`;
  const told = new URLSearchParams({
    ...(measure !== USUAL.measure && { measure }),
    ...(unit !== USUAL.unit && { unit }),
    ...(coders.length > 0 && { coders: coders.join(".") }),
    ...(codes.length > 0 && { codes: codes.join(".") }),
    ...(round && { round }),
    ...(machines && { machines: "1" }),
    ...(interval !== USUAL.interval && { interval }),
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [`${SETTING}${name}`, value]),
    ),
  }).toString();
  return told ? `${page}?${told}` : page;
}

const listed = (text: string | null) => (text ? text.split(".") : []);

/** What an address asks; what it does not say is as usual. */
export function readAsked(search: string): AgreementAsked {
  const told = new URLSearchParams(search);
  return {
    measure: told.get("measure") ?? USUAL.measure,
    unit: UNITS.find((unit) => unit === told.get("unit")) ?? USUAL.unit,
    coders: listed(told.get("coders")),
    codes: listed(told.get("codes")),
    round: told.get("round") ?? USUAL.round,
    machines: told.get("machines") === "1",
    settings: Object.fromEntries(
      [...told]
        .filter(([name]) => name.startsWith(SETTING))
        .map(([name, value]) => [name.slice(SETTING.length), value]),
    ),
    interval: INTERVALS.find((one) => one === told.get("interval")) ?? USUAL.interval,
  };
}
