import { useTranslation } from "react-i18next";
import { type Entity, useChange } from "../../api/history";
import { Spinner } from "../../components/Spinner";
import { doing, fieldsChanged, nameOf } from "./changes";

function One({ entity }: { entity: Entity }) {
  const { t } = useTranslation("history");
  const { kind, before, after } = entity;
  const name = nameOf(before, after);
  const word = t(`kinds.${kind as "code"}`, { count: 1, defaultValue: kind });
  return (
    <details className="entity">
      <summary>
        {word} {t(`doing.${doing(before, after)}`)}
        {name && (
          <>
            {": "}
            <strong>{name}</strong>
          </>
        )}
      </summary>
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
    </details>
  );
}

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
      {entities.map((entity) => (
        <One key={`${entity.kind} ${entity.guid}`} entity={entity} />
      ))}
      {data?.more && <p className="muted">{t("more")}</p>}
    </div>
  );
}
