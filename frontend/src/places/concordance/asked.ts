/** What a concordance is asked for, how that stands in the address, and the query it makes. */

import { SORTS, type Sort } from "../../api/concordance";
import { inQuotes } from "../../lib/query-parts";

export const WAYS = ["word", "phrase", "regex", "query"] as const;
export type Way = (typeof WAYS)[number];
/** How many characters stand on either side. */
export const WIDTHS = ["30", "60", "120", "240"] as const;

export interface Asked {
  /** The words, or what else `way` says. */
  readonly words: string;
  readonly way: Way;
  /** A query that lines must pass; empty: none. */
  readonly where: string;
  readonly sort: readonly Sort[];
  readonly context: number;
}

/** The query whose places are the lines; empty where nothing is asked for. */
export function queryOf({ words, way, where }: Asked): string {
  const sought = words.trim();
  if (sought === "") return "";
  const own = {
    word: () => `word:${inQuotes(sought)}`,
    phrase: () => `text:${inQuotes(sought)}`,
    regex: () => `text:/${sought.replace(/\\.|\//gs, (sign) => (sign === "/" ? "\\/" : sign))}/`,
    query: () => `(${sought})`,
  }[way]();
  return where.trim() === "" ? own : `${own} and (${where.trim()})`;
}

/** The address of a concordance. */
export function concordanceAddress(asked: Partial<Asked>): string {
  const { words = "", way = "word", where = "", sort = [], context = 60 } = asked;
  const told = new URLSearchParams({
    ...(words && { words }),
    ...(way !== "word" && { way }),
    ...(where && { where }),
    ...(sort.length > 0 && { sort: sort.join(".") }),
    ...(context !== 60 && { context: String(context) }),
  }).toString();
  return `/concordance${told && `?${told}`}`;
}

/** What an address asks for; what it does not say is as usual. */
export function readAsked(search: string): Asked {
  const told = new URLSearchParams(search);
  const sort = (told.get("sort") ?? "").split(".");
  const width = told.get("context") ?? "60";
  return {
    words: told.get("words") ?? "",
    way: WAYS.find((way) => way === told.get("way")) ?? "word",
    where: told.get("where") ?? "",
    sort: sort.flatMap((name) => SORTS.find((one) => one === name) ?? []),
    context: Number(WIDTHS.find((one) => one === width) ?? 60),
  };
}
