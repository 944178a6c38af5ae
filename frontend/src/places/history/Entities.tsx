import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { ChangeWhole, Entity, Thing } from "../../api/history";
import { addressOfThing } from "../../app/address";
import { momentOf } from "../../lib/dates";
import { differences } from "../../lib/differences";
import { alike, type FieldChange, fieldsChanged, nameOf } from "./changes";
import { Difference } from "./Difference";

type Things = ReadonlyMap<string, Thing>;

/** Texts longer than this are shown as what was taken out and put in. */
const LONG = 40;

/** A value; what it refers to by name, if it is still there. */
function Value({ value, things }: { value: string | null; things: Things }) {
  const { t } = useTranslation("history");
  if (value === null) return <i>{t("empty_value")}</i>;
  const thing = things.get(value);
  if (thing) return <Link href={addressOfThing(thing)}>{thing.label || value}</Link>;
  return <>{MOMENT.test(value) ? momentOf(value) : value}</>;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function Row({ change, entity, things }: { change: FieldChange; entity: Entity; things: Things }) {
  const { t } = useTranslation("history");
  const { before, after } = change;
  const isText = before !== null && after !== null && (before + after).length > LONG;
  return (
    <tr>
      <th scope="row">
        {t(`fields.${change.field as "name"}`, {
          defaultValue: change.field.replaceAll("_", " "),
        })}
      </th>
      {isText && !things.has(before) ? (
        <td colSpan={2}>
          <Difference pieces={differences(before, after)} />
        </td>
      ) : (
        <>
          {entity.before && (
            <td>
              <Value value={before} things={things} />
            </td>
          )}
          {entity.after && (
            <td>
              <Value value={after} things={things} />
            </td>
          )}
        </>
      )}
    </tr>
  );
}

/** The fields of one thing, before and after. */
function Fields({ entity, things }: { entity: Entity; things: Things }) {
  const { t } = useTranslation("history");
  const { before, after } = entity;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          {before && <th scope="col">{t("before")}</th>}
          {after && <th scope="col">{t("after")}</th>}
        </tr>
      </thead>
      <tbody>
        {fieldsChanged(before, after).map((change) => (
          <Row key={change.field} change={change} entity={entity} things={things} />
        ))}
      </tbody>
    </table>
  );
}

interface GroupProps {
  group: ReturnType<typeof alike<Entity>>[number];
  things: Things;
}

/** Things of one kind to which the same was done; one alone shows its fields at once. */
function Group({ group: { kind, did, entities }, things }: GroupProps) {
  const { t } = useTranslation("history");
  const count = entities.length;
  const words = t(`kinds.${kind as "code"}`, { count, defaultValue: `${count} ${kind}` });
  const [first] = entities;
  const called = ({ guid, before, after }: Entity) =>
    things.get(guid)?.label || nameOf(before, after);
  const name = count === 1 && first ? called(first) : null;
  return (
    <details className="entity" open={count === 1}>
      <summary>
        {words} {t(`doing.${did}`)}
        {name && (
          <>
            {": "}
            <strong>{name}</strong>
          </>
        )}
      </summary>
      {count === 1 && first ? (
        <About entity={first} things={things} />
      ) : (
        entities.map((entity) => (
          <details key={entity.guid}>
            <summary>{called(entity) ?? gist(entity)}</summary>
            <About entity={entity} things={things} />
          </details>
        ))
      )}
    </details>
  );
}

/** One thing: where it is now, all that was done to it, and its fields. */
function About({ entity, things }: { entity: Entity; things: Things }) {
  const { t } = useTranslation("history");
  const thing = things.get(entity.guid);
  return (
    <>
      <p className="entity-links">
        {thing && <Link href={addressOfThing(thing)}>{t("show_now")}</Link>}
        <Link href={`/history?entity=${entity.guid}`}>{t("all_changes")}</Link>
      </p>
      <Fields entity={entity} things={things} />
    </>
  );
}

/** The first values of a thing that has no name. */
function gist({ before, after }: Entity): string {
  const values = fieldsChanged(before, after).map((change) => change.after ?? change.before ?? "");
  return (
    values
      .filter((value) => !IDENTITY.test(value))
      .slice(0, 3)
      .join(" · ") || "…"
  );
}

const IDENTITY = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What a change touched, each thing before and after. */
export function Entities({ whole, things }: { whole: ChangeWhole; things: Things }) {
  const { t } = useTranslation("history");
  return (
    <>
      {whole.entities.length === 0 && <p className="muted">{t("nothing")}</p>}
      {alike(whole.entities).map((group) => (
        <Group key={`${group.kind} ${group.did}`} group={group} things={things} />
      ))}
      {whole.more && <p className="muted">{t("more")}</p>}
    </>
  );
}
