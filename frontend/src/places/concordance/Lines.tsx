import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type ComponentProps,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { type ConcordanceLine, type LinesWanted, useLines } from "../../api/concordance";
import { shownAs } from "../../app/weighing";
import { Checkbox } from "../../components/Field";
import type { CodeNames } from "../../shapes/Quote";
import { placeAddress } from "../reduce/place-address";
import { type Chosen, extended, type Span, toggled } from "./choosing";

interface Props {
  wanted: LinesWanted;
  total: number;
  codes: CodeNames;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

const HEIGHT = 34;
const PAGE = 12;
/** What keys move the line that is lit, by how many lines. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};

/** A part of the table: thousands of lines of which few are there make no element of their own. */
function Box(props: ComponentProps<"div">) {
  return <div {...props} />;
}

/** The line a key goes to from one of so many; `null`: it goes nowhere. */
function reach(key: string, from: number, total: number): number | null {
  const step = STEPS[key];
  if (step !== undefined) return from + step;
  return { Home: 0, End: total - 1 }[key] ?? null;
}

function spanOf({ source, start, end }: ConcordanceLine): Span {
  return { source, start, end };
}

/** A line with what was found in the middle; a dot for each code that touches it. */
function Line(props: { line: ConcordanceLine; codes: CodeNames }) {
  const { line, codes } = props;
  const { t } = useTranslation("concordance");
  const named = line.codes.flatMap((guid) => codes.get(guid) ?? []);
  return (
    <>
      <Box className="concordance-source clip" role="gridcell">
        <a
          tabIndex={-1}
          href={`#${placeAddress(line)}`}
          aria-label={t("open", { source: line.source_name })}
        >
          {line.source_name}
        </a>
        {line.case !== null && <small> {line.case}</small>}
      </Box>
      <Box className="concordance-before" role="gridcell">
        <bdi>{line.before}</bdi>
      </Box>
      <Box className="concordance-after" role="gridcell">
        <bdi>
          <mark>{line.match}</mark>
          {line.after}
        </bdi>
      </Box>
      <Box className="concordance-codes" role="gridcell">
        {named.length > 0 && (
          <span className="sr-only">
            {t("coded", { codes: named.map(({ name }) => name).join(", ") })}
          </span>
        )}
        {named.slice(0, 3).map((code) => (
          <span
            key={code.path}
            className="quote-dot"
            title={code.path}
            style={{ backgroundColor: code.colour ?? undefined }}
          />
        ))}
        {named.length > 3 && <small aria-hidden="true">+{named.length - 3}</small>}
      </Box>
    </>
  );
}

/** The lines, of which those in view are drawn and fetched; keys move, choose and open. */
export function Lines({ wanted, total, codes, chosen, onChoose }: Props) {
  const { t } = useTranslation("concordance");
  const [, navigate] = useLocation();
  const scroller = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState(0);
  const from = useRef(0);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  const places = useMemo(() => shown.map(({ index }) => index), [shown]);
  const { lines } = useLines(wanted, places);
  const asked = `${wanted.query} ${wanted.sort.join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines begin at the top
  useEffect(() => {
    setLit(0);
    scroller.current?.scrollTo(0, 0);
  }, [asked]);
  const focusOn = (place: number) => {
    const to = Math.max(0, Math.min(total - 1, place));
    setLit(to);
    rows.scrollToIndex(to);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus();
    });
    return to;
  };
  const choose = (place: number) => {
    const line = lines.get(place);
    from.current = place;
    if (line) onChoose(toggled(chosen, place, spanOf(line)));
  };
  const move = (to: number, isExtending: boolean) => {
    const reached = focusOn(to);
    if (!isExtending) from.current = reached;
    else onChoose(extended(chosen, from.current, reached, (place) => lines.get(place)));
  };
  const act = (event: KeyboardEvent) => {
    const line = lines.get(lit);
    const to = reach(event.key, lit, total);
    if (to !== null) move(to, event.shiftKey);
    else if (event.key === " ") choose(lit);
    else if (event.key === "Enter" && line) navigate(placeAddress(line));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box
      ref={scroller}
      className="concordance-lines"
      role="grid"
      aria-label={t("lines")}
      aria-rowcount={total}
      aria-multiselectable="true"
      onKeyDown={act}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: "relative" }}>
        {shown.map((row) => {
          const line = lines.get(row.index);
          const isChosen = chosen.has(row.index);
          return (
            <Box
              key={row.key}
              role="row"
              className="concordance-line"
              data-index={row.index}
              aria-rowindex={row.index + 1}
              aria-selected={isChosen}
              tabIndex={row.index === lit ? 0 : -1}
              style={{ translate: `0 ${row.start}px`, height: HEIGHT }}
              onFocus={() => setLit(row.index)}
              onClick={(event) => {
                if ((event.target as HTMLElement).closest("a, label")) return;
                setLit(row.index);
                if (event.shiftKey) {
                  onChoose(extended(chosen, from.current, row.index, (at) => lines.get(at)));
                } else choose(row.index);
              }}
              {...(line && shownAs({ ...spanOf(line), quote: line.match }))}
            >
              {line ? (
                <>
                  <Box role="gridcell">
                    <Checkbox
                      aria-label={t("choose", { source: line.source_name })}
                      excludeFromTabOrder
                      isSelected={isChosen}
                      onChange={() => choose(row.index)}
                    />
                  </Box>
                  <Line line={line} codes={codes} />
                </>
              ) : (
                <Box role="gridcell" className="concordance-awaited" />
              )}
            </Box>
          );
        })}
      </div>
    </Box>
  );
}
