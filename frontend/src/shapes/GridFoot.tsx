import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { MARKS } from "./GridLine";
import "./grid-foot.css";

interface Props {
  /** The cell that is pointed at, in words. */
  reading: { row: string; column: string; said: string } | null;
  states: readonly string[];
  text: () => string;
  onUnsort: (() => void) | null;
  children?: ReactNode;
}

/** Beneath a grid: what the cell says in full, what the marks mean, and the grid's own tools. */
export function GridFoot({ reading, states, text, onUnsort, children }: Props) {
  const { t } = useTranslation("display");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied ? setTimeout(() => setCopied(false), 2500) : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard.writeText(text()).then(() => setCopied(true));
  const marked = states.filter((state) => state in MARKS);
  return (
    <div className="grid-foot">
      <p className="grid-reading" aria-hidden="true">
        {reading ? (
          <>
            <bdi>
              <strong>{reading.row}</strong>
            </bdi>{" "}
            ×{" "}
            <bdi>
              <strong>{reading.column}</strong>
            </bdi>{" "}
            <bdi>{reading.said}</bdi>
          </>
        ) : (
          t("grid.hint")
        )}
      </p>
      {marked.length > 0 && (
        <p className="grid-key">
          {marked.map((state) => (
            <span key={state}>
              <span className="grid-mark" data-state={state}>
                {MARKS[state]}
              </span>
              {t(`grid.state.${state as "no data"}`)}
            </span>
          ))}
        </p>
      )}
      <div className="grid-tools">
        {onUnsort && (
          <Button small look="quiet" onPress={onUnsort}>
            {t("grid.unsort")}
          </Button>
        )}
        <Button small look="quiet" icon={copied ? "check" : "file"} onPress={copy}>
          {copied ? t("grid.copied") : t("grid.copy")}
        </Button>
        {children}
      </div>
      <p role="status" className="sr-only">
        {copied ? t("grid.copied") : ""}
      </p>
    </div>
  );
}
