import { useTranslation } from "react-i18next";

/** Where the words stand for what the server says of a thing by a word of its own. */
const WORDS: Readonly<Record<string, string>> = {
  source: "collect:kinds",
  case: "cases:kinds",
  memo: "memos:memoKinds",
  finding: "conclude:status",
};

/** What is said beside the name of a thing: a code's path as it is, a kind or status in words. */
export function useBeside(): (kind: string, where: string) => string {
  const { t } = useTranslation(["shell", "collect", "cases", "memos", "conclude"]);
  return (kind, where) => {
    const what = t(`kinds.${kind as "code"}`, { defaultValue: "" });
    if (where === "" || kind === "display") return what;
    const of = WORDS[kind];
    return of ? t(`${of}.${where}` as "kinds.code", { defaultValue: where }) : where;
  };
}
