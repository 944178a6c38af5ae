import { type RefObject, useEffect, useRef } from "react";
import { Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { useStudy } from "../../api/study";
import type { Code, Codings } from "../../api/types";
import { type CodingRow, rowOf } from "../../lib/columns";
import type { Actions } from "./actions";
import { CodingDetails } from "./CodingDetails";
import { useDesk } from "./desk";
import { Swatch } from "./Swatch";
import "./coding-card.css";

interface Props {
  source: string;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  codings: Codings;
  actions: Actions;
}

interface ListProps extends Pick<Props, "codes" | "inks"> {
  rows: readonly CodingRow[];
  chosen: string;
}

/** All codings where was clicked; the chosen one is told below. */
function Here({ rows, chosen, codes, inks }: ListProps) {
  const { t } = useTranslation("reduce");
  const { data: study } = useStudy();
  return (
    <ul className="codings-here" aria-label={t("card.label", { count: rows.length })}>
      {rows.map((row) => {
        const coder = study?.users.find(({ guid }) => guid === row.coder);
        const name = codes.find(({ guid }) => guid === row.code)?.name;
        return (
          <li key={row.coding}>
            <button
              type="button"
              aria-current={row.coding === chosen}
              onClick={() => useDesk.setState({ current: row.coding, part: null })}
            >
              <Swatch ink={inks.get(row.code)} />
              <span className="clip">{name}</span>
              {row.weight !== null && <small className="number">{row.weight}</small>}
              <span className="coder" style={{ "--ink": coder?.colour } as React.CSSProperties}>
                {coder?.initials}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Closes the card by a press elsewhere, which does there what it would without the card. */
function useOutside(isOpen: boolean, card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isOpen) return;
    const down = ({ target }: PointerEvent) => {
      const inside = target instanceof Element && target.closest(".popover, [role=dialog]");
      if (inside || !card.current) return;
      useDesk.setState({ point: null, part: null });
    };
    addEventListener("pointerdown", down, { capture: true });
    return () => removeEventListener("pointerdown", down, { capture: true });
  }, [isOpen, card]);
}

/** The codings that were clicked, the innermost first, in a card beside the place. */
export function CodingCard({ codings, ...props }: Props) {
  const { t } = useTranslation("reduce");
  const point = useDesk((desk) => desk.point);
  const current = useDesk((desk) => desk.current);
  const anchor = useRef<HTMLSpanElement>(null);
  const rows = (point?.codings ?? []).flatMap((coding) => rowOf(codings, coding) ?? []);
  const chosen = rows.find(({ coding }) => coding === current) ?? rows[0];
  const isGone = point !== null && rows.length === 0;
  useEffect(() => {
    if (isGone) useDesk.setState({ point: null, part: null });
  }, [isGone]);
  const close = () => {
    useDesk.setState({ point: null, part: null });
    useDesk.getState().reader?.focus();
  };
  const card = useRef<HTMLDivElement>(null);
  const isOpen = point !== null && chosen !== undefined;
  const part = useDesk((desk) => desk.part);
  // Who asked for it by its key goes on in it; who clicked goes on in the text.
  useEffect(() => {
    if (isOpen && part === "whole") card.current?.focus();
  }, [isOpen, part]);
  useOutside(isOpen, card);
  return (
    <>
      <span
        ref={anchor}
        className="card-anchor"
        style={{ translate: `${point?.x ?? 0}px ${(point?.y ?? 0) + 6}px` }}
      />
      <Popover
        key={`${point?.x} ${point?.y}`}
        className="popover coding-card"
        triggerRef={anchor}
        isOpen={isOpen}
        isNonModal
        // The focus may go on in the text while the card stays: only a press elsewhere closes it.
        shouldCloseOnInteractOutside={() => false}
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
      >
        <div
          ref={card}
          role="dialog"
          tabIndex={-1}
          className="coding-dialog"
          aria-label={t("card.label", { count: rows.length })}
        >
          {rows.length > 1 && chosen && (
            <Here rows={rows} chosen={chosen.coding} codes={props.codes} inks={props.inks} />
          )}
          {chosen && <CodingDetails key={chosen.coding} row={chosen} {...props} />}
        </div>
      </Popover>
    </>
  );
}
