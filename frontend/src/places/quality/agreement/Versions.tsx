import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Disagreement } from "../../../api/agreement";
import { around } from "../../../shapes/Quote";
import { piecesOf, type Version } from "./versions";
import "./versions.css";

interface Props {
  of: Disagreement;
  versions: readonly Version[];
  /** What can be done with a version. */
  children: (version: Version, at: number) => ReactNode;
}

/** So many names are told; of more, how many they are. */
const MOST = 5;

/** The words of a place once for each version, side by side, each with what it has coded. */
export function Versions({ of, versions, children }: Props) {
  const { t } = useTranslation("agreement");
  const { before, after } = around(of);
  // What is cut off at the front was not among the words of the source.
  const [cut = "", words = before] = before.startsWith("…")
    ? [before.slice(0, 2), before.slice(2)]
    : ["", before];
  const from = of.start - [...words].length;
  return (
    <ol className="versions">
      {versions.map((version, at) => {
        const names = version.names.slice(0, MOST).join(", ");
        const more = version.names.length - MOST;
        const who = more > 0 ? t("versions.more", { names, count: more }) : names;
        return (
          <li key={version.coder} className="version">
            <h3>
              <bdi>{who}</bdi>
              {version.stretches.length === 0 && (
                <small className="muted">{t("versions.nothing")}</small>
              )}
            </h3>
            <blockquote dir="auto">
              {cut}
              {piecesOf(words + of.text + after, from, of, version.stretches).map((piece) =>
                piece.isCoded ? (
                  <mark
                    key={piece.at}
                    data-begins={piece.begins || undefined}
                    data-ends={piece.ends || undefined}
                  >
                    {piece.text}
                  </mark>
                ) : (
                  <span key={piece.at} data-there={piece.isThere || undefined}>
                    {piece.text}
                  </span>
                ),
              )}
            </blockquote>
            {children(version, at)}
          </li>
        );
      })}
    </ol>
  );
}
