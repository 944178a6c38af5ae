import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import { type Seen, useSeen } from "../../api/seen";
import { codeQuery, useSegments } from "../../api/segments";
import { useStudy } from "../../api/study";
import type { Code, Segment } from "../../api/types";
import { goTo } from "../../app/hash";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Checkbox, Select } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { useDesk } from "./desk";
import { SegmentDoings } from "./SegmentDoings";
import { keyOf, SegmentList } from "./SegmentList";
import { isWithin } from "./tree";
import "./segments.css";

const NONE: readonly Segment[] = [];
const EVERYBODY = "";

type By = "source" | "case";

interface FilterProps {
  by: By;
  onBy: (by: By) => void;
  coder: string;
  onCoder: (coder: string) => void;
}

/** Whose segments, and in which order. */
function Filter({ by, onBy, coder, onCoder }: FilterProps) {
  const { t } = useTranslation("desk");
  const { data: study } = useStudy();
  const { isBlind } = useSeen();
  const users = study?.users ?? [];
  return (
    <div className="segments-filter">
      <Segmented
        small
        label={t("segments.by")}
        value={by}
        choices={[
          { id: "source", label: t("segments.bySource") },
          { id: "case", label: t("segments.byCase") },
        ]}
        onChange={onBy}
      />
      {!isBlind && users.length > 1 && (
        <Select
          label={t("coders.label")}
          hidden
          choices={[
            { id: EVERYBODY, label: t("list.all") },
            ...users.map(({ guid, name }) => ({ id: guid, label: name })),
          ]}
          value={coder}
          onChange={onCoder}
        />
      )}
    </div>
  );
}

/** The chosen segments: one more or less, or all from the one before to this. */
function useChoice(segments: readonly Segment[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Segment>>(new Map());
  const [last, setLast] = useState(-1);
  const choose = (segment: Segment, isRange: boolean) => {
    const key = keyOf(segment);
    const at = segments.findIndex((one) => keyOf(one) === key);
    const now = new Map(chosen);
    if (isRange && last >= 0) {
      const [from, to] = [Math.min(at, last), Math.max(at, last)];
      for (const one of segments.slice(from, to + 1)) now.set(keyOf(one), one);
    } else if (!now.delete(key)) now.set(key, segment);
    setLast(at);
    setChosen(now);
  };
  const all = (isAll: boolean) =>
    setChosen(new Map(isAll ? segments.map((one) => [keyOf(one), one]) : []));
  return { chosen, choose, all };
}

interface Props {
  code: Code;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

/** The segments of a code, in context, each a click from its place; several changed at once. */
export function SegmentsPanel({ code, codes, inks }: Props) {
  const { t } = useTranslation(["reduce", "desk"]);
  const seen = useSeen();
  const origin = useDesk((desk) => desk.origin);
  const [by, setBy] = useState<By>("source");
  const [coder, setCoder] = useState(EVERYBODY);
  const shown: Seen = coder === EVERYBODY || seen.isBlind ? seen : { ...seen, coders: [coder] };
  const found = useSegments(codeQuery(code.path), { seen: shown, by });
  const segments = useMemo(
    () => found.data?.pages.flatMap((page) => page.segments) ?? NONE,
    [found.data],
  );
  const total = found.data?.pages[0]?.total ?? 0;
  const { chosen, choose, all } = useChoice(segments);
  const below = useMemo(() => {
    const byGuid = new Map(codes.map((one) => [one.guid, one]));
    return new Set(
      codes.filter(({ guid }) => isWithin(byGuid, guid, code.guid)).map((c) => c.guid),
    );
  }, [codes, code.guid]);
  const codings = [...chosen.values()].flatMap(({ marks }) =>
    marks.filter((mark) => below.has(mark.code)).map((mark) => mark.coding),
  );
  const groupOf = (segment: Segment) =>
    by === "case" ? (segment.case_name ?? t("desk:segments.noCase")) : segment.source_name;
  return (
    <section className="code-segments" aria-label={t("segments.title", { name: code.name })}>
      {(code.short || code.definition) && (
        <p className="segments-about">{code.short || code.definition}</p>
      )}
      <Filter by={by} onBy={setBy} coder={coder} onCoder={setCoder} />
      <div className="segments-count muted">
        {segments.length > 0 && (
          <Checkbox
            aria-label={t("desk:segments.chooseAll")}
            isSelected={chosen.size > 0 && chosen.size >= segments.length}
            isIndeterminate={chosen.size > 0 && chosen.size < segments.length}
            onChange={all}
          />
        )}
        <span role="status">{found.isPending ? " " : t("segments.count", { count: total })}</span>
        <span className="push" />
        {origin && (
          <Button
            small
            look="quiet"
            icon="undo"
            onPress={() => {
              goTo(origin);
              useDesk.setState({ origin: null });
            }}
          >
            {t("desk:segments.back")}
          </Button>
        )}
      </div>
      {found.isPending && <Loading />}
      {!found.isPending && total === 0 && (
        <EmptyState icon="code" title={t("segments.empty")}>
          {t("segments.emptyHint")}
        </EmptyState>
      )}
      <SegmentList
        segments={segments}
        chosen={new Set(chosen.keys())}
        onChoose={choose}
        onMore={() => {
          if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
        }}
        heading={(segment, before) =>
          before && groupOf(before) === groupOf(segment) ? null : (
            <h3 className="search-source">
              <span className="clip">{groupOf(segment)}</span>
            </h3>
          )
        }
      />
      {chosen.size > 0 && (
        <SegmentDoings
          codings={codings}
          count={chosen.size}
          codes={codes}
          inks={inks}
          onDone={() => all(false)}
        />
      )}
    </section>
  );
}
