import { useTranslation } from "react-i18next";
import { type Entity, useChange } from "../../api/history";
import { Spinner } from "../../components/Spinner";
import { alike, fieldsChanged, nameOf } from "./changes";

/** The fields of one thing, before and after. */
function Fields({ entity }: { entity: Entity }) {
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
          <tr key={change.field}>
            <th scope="row">{change.field.replaceAll("_", " ")}</th>
            {before && <td>{change.before ?? <i>{t("empty_value")}</i>}</td>}
            {after && <td>{change.after ?? <i>{t("empty_value")}</i>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Things of one kind to which the same was done; one alone shows its fields at once. */
function Group({ kind, did, entities }: ReturnType<typeof alike<Entity>>[number]) {
  const { t } = useTranslation("history");
  const count = entities.length;
  const words = t(`kinds.${kind as "code"}`, { count, defaultValue: `${count} ${kind}` });
  const [first] = entities;
  const name = count === 1 && first ? nameOf(first.before, first.after) : null;
  return (
    <details className="entity">
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
        <Fields entity={first} />
      ) : (
        entities.map((entity) => (
          <details key={entity.guid}>
            <summary>{nameOf(entity.before, entity.after) ?? gist(entity)}</summary>
            <Fields entity={entity} />
          </details>
        ))
      )}
    </details>
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
export function Entities({ seq }: { seq: number }) {
  const { t } = useTranslation("history");
  const { data, isPending } = useChange(seq, true);
  if (isPending) {
    return <Spinner size={16} label={t("reading")} />;
  }
  const entities = data?.entities ?? [];
  return (
    <div className="entities">
      {entities.length === 0 && <p className="muted">{t("nothing")}</p>}
      {alike(entities).map((group) => (
        <Group key={`${group.kind} ${group.did}`} {...group} />
      ))}
      {data?.more && <p className="muted">{t("more")}</p>}
    </div>
  );
}
