import { type KeyboardEvent, useId } from "react";
import { Input, Label, NumberField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import {
  type Content,
  copied,
  emptyContent,
  group,
  MEASURED,
  type Part,
  part,
  RELATIONS,
  type Relation,
  SUBJECTS,
  UNITS,
  type Unit,
  writtenPart,
} from "../../lib/query-parts";
import { Button, IconButton } from "../Button";
import { Select } from "../Field";
import { Menu, type MenuLine } from "../Menu";
import { Segmented } from "../Segmented";
import { Fields } from "./Fields";

/** What is done to the tree of the query. */
export interface Doings {
  change(id: number, edit: (one: Part) => Part | null): void;
  add(behind: number, added: Part): void;
  move(id: number, by: 1 | -1): void;
}

type Related = Part & { readonly kind: "related" };
type Group = Part & { readonly kind: "group" };

interface Props {
  part: Part;
  doings: Doings;
  /** Where it stands, for screen readers. */
  place: string;
  depth: number;
}

const KINDS = [
  "code",
  "text",
  "memo",
  "finding",
  "event",
  "rating",
  "set",
  "coder",
  ...SUBJECTS,
  "raw",
] as const;
type Kind = (typeof KINDS)[number];

function kindOf(one: Part): Kind {
  return (one.kind === "compare" ? one.subject : one.kind) as Kind;
}

/** Nothing is yet asked by a row that a relation or a group begins with. */
export function emptyRow(): Part {
  return part(emptyContent("code"));
}

function Not({ part: one, doings }: Pick<Props, "part" | "doings">) {
  const { t } = useTranslation("query");
  return (
    <Button
      small
      look={one.not ? "primary" : "quiet"}
      aria-pressed={one.not}
      onPress={() => doings.change(one.id, (now) => ({ ...now, not: !now.not }))}
    >
      {t("not")}
    </Button>
  );
}

function related(one: Part, relation: Relation): Part {
  return part({
    kind: "related",
    left: one,
    relation,
    right: emptyRow(),
    distance: 200,
    unit: "characters",
  });
}

function PartMenu({ part: one, doings, place, depth }: Props) {
  const { t } = useTranslation("query");
  const line = (id: keyof typeof LINES, onAction: () => void, more: Partial<MenuLine> = {}) => ({
    id,
    label: t(`doings.${id}`),
    icon: LINES[id],
    onAction,
    ...more,
  });
  const lines: MenuLine[] = [
    line("relate", () => doings.change(one.id, (now) => related(now, "overlaps")), {
      disabled: depth > 2 || one.kind === "raw",
    }),
    line("group", () => doings.change(one.id, (now) => group("or", [now, emptyRow()])), {
      disabled: depth > 2,
    }),
    line("copy", () => doings.add(one.id, copied(one))),
    line("up", () => doings.move(one.id, -1), { hint: "Alt ↑", apart: true }),
    line("down", () => doings.move(one.id, 1), { hint: "Alt ↓" }),
  ];
  return (
    <span className="query-row-doings">
      <Menu label={t("doings.open", { place })} lines={lines} placement="bottom end">
        <IconButton icon="more" size={16} label={t("doings.open", { place })} />
      </Menu>
      <IconButton
        icon="close"
        size={16}
        label={t("doings.remove", { place })}
        onPress={() => doings.change(one.id, () => null)}
      />
    </span>
  );
}

const LINES = { relate: "link", group: "sets", copy: "copy", up: "up", down: "down" } as const;

function Row(props: Props) {
  const { part: one, doings, place } = props;
  const { t } = useTranslation("query");
  const isEmpty = writtenPart(one) === "";
  return (
    <>
      <div className="query-row-head">
        <Not part={one} doings={doings} />
        <Select<Kind>
          label={t("asks", { place })}
          hidden
          choices={KINDS.map((id) => ({ id, label: t(`rows.${id}`) }))}
          value={kindOf(one)}
          onChange={(kind) =>
            doings.change(one.id, (now) => ({
              ...(emptyContent(kind) as Content),
              id: now.id,
              not: now.not,
            }))
          }
        />
        <PartMenu {...props} />
      </div>
      <div className="query-row-fields">
        <Fields part={one} onChange={(next) => doings.change(one.id, () => next)} />
      </div>
      {isEmpty && <p className="muted query-row-empty">{t("unfinished")}</p>}
    </>
  );
}

function Relate(props: Props & { part: Related }) {
  const { part: one, doings, place, depth } = props;
  const { t } = useTranslation("query");
  const set = (content: Partial<Related>) =>
    doings.change(one.id, (now) => ({ ...now, ...content }) as Part);
  return (
    <>
      <div className="query-row-head">
        <Not part={one} doings={doings} />
        <span className="push" />
        <PartMenu {...props} />
      </div>
      <AnyPart part={one.left} doings={doings} place={`${place}, 1`} depth={depth + 1} />
      <div className="query-relation">
        <Select<Relation>
          label={t("relation")}
          choices={RELATIONS.map((id) => ({ id, label: t(`relations.${id}`) }))}
          value={one.relation}
          onChange={(relation) => set({ relation })}
        />
        {MEASURED.includes(one.relation) && (
          <NumberField
            className="field"
            minValue={0}
            maxValue={999_999_999}
            value={one.distance}
            onChange={(distance) => set({ distance: Number.isNaN(distance) ? 0 : distance })}
          >
            <Label>{t("distance")}</Label>
            <Input className="input" />
          </NumberField>
        )}
        {one.relation === "near" && (
          <Select<Unit>
            label={t("unit")}
            choices={UNITS.map((id) => ({ id, label: t(`units.${id}`) }))}
            value={one.unit}
            onChange={(unit) => set({ unit })}
          />
        )}
      </div>
      <AnyPart part={one.right} doings={doings} place={`${place}, 2`} depth={depth + 1} />
    </>
  );
}

/** The rows of a group, and how they hang together. */
export function GroupRows({ part: one, doings, place, depth }: Props & { part: Group }) {
  const { t } = useTranslation("query");
  const add = () =>
    doings.change(one.id, (now) => {
      const { parts } = now as Group;
      return { ...(now as Group), parts: [...parts, emptyRow()] };
    });
  return (
    <>
      {one.parts.length > 1 && (
        <Segmented
          small
          label={t("joins.label")}
          value={one.join}
          choices={[
            { id: "and", label: t("joins.and") },
            { id: "or", label: t("joins.or") },
          ]}
          onChange={(join) => doings.change(one.id, (now) => ({ ...(now as Group), join }))}
        />
      )}
      {one.parts.map((inner, number) => (
        <AnyPart
          key={inner.id}
          part={inner}
          doings={doings}
          place={place ? `${place}, ${number + 1}` : String(number + 1)}
          depth={depth + 1}
        />
      ))}
      <Button small look="quiet" icon="plus" onPress={add}>
        {t("add")}
      </Button>
    </>
  );
}

/** A row, a relation of two, or a group within the query. */
function AnyPart(props: Props) {
  const { part: one, doings, place } = props;
  const { t } = useTranslation("query");
  const name = useId();
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    doings.move(one.id, event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <fieldset
      aria-labelledby={name}
      className={`query-part ${one.kind}${one.not ? " not" : ""}`}
      data-part={one.id}
      onKeyDown={press}
    >
      <span id={name} className="sr-only">
        {t(one.kind === "group" || one.kind === "related" ? `places.${one.kind}` : "places.row", {
          place,
        })}
      </span>
      {one.kind === "group" && (
        <div className="query-row-head">
          <Not part={one} doings={doings} />
          <span className="push" />
          <PartMenu {...props} />
        </div>
      )}
      {one.kind === "group" ? (
        <GroupRows {...props} part={one as Group} />
      ) : one.kind === "related" ? (
        <Relate {...props} part={one as Related} />
      ) : (
        <Row {...props} />
      )}
    </fieldset>
  );
}
