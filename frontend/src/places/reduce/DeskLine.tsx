import { memo, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SourceText } from "../../api/types";
import { blocksOf } from "./cite";
import { useDesk } from "./desk";
import { shareRead, useUiPosition } from "./progress";

/** The line under the text: what has just been done or why nothing was, and where one is. */
export const DeskLine = memo(function DeskLine({
  text,
  shown,
}: {
  text: SourceText;
  shown: number;
}) {
  const { t } = useTranslation(["desk", "reduce"]);
  const said = useDesk((desk) => desk.said);
  const picked = useDesk((desk) => desk.picked);
  const position = useUiPosition(text.guid);
  const start = picked?.start ?? position;
  const end = picked?.end ?? position + 1;
  const blocks = useMemo(() => blocksOf(text, { start, end }), [text, start, end]);
  return (
    <footer className="desk-line">
      <Said words={said} />
      <span className="push" />
      {picked && (
        <span className="number">
          {t("desk:line.picked", { count: picked.end - picked.start })}
        </span>
      )}
      <span className="number desk-line-drawn">{t("desk:line.codings", { count: shown })}</span>
      {blocks && (
        <span className="number">
          {blocks[0] === blocks[1]
            ? t("desk:line.block", { number: blocks[0] })
            : t("desk:line.blocks", { first: blocks[0], last: blocks[1] })}
        </span>
      )}
      <span className="number">
        {t("desk:line.read", { share: shareRead(position, text.length) })}
      </span>
    </footer>
  );
});

const WHILE = 8000;

/** The last words; they fade, and are said to screen readers each time. */
function Said({ words }: { words: string }) {
  const [isOld, setOld] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words may be said anew
  useEffect(() => {
    setOld(false);
    const timer = setTimeout(() => setOld(true), WHILE);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" className={`desk-said clip${isOld ? " old" : ""}`}>
      {words}
    </p>
  );
}
