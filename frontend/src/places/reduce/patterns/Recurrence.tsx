import { useTranslation } from "react-i18next";
import { useRecurrence } from "../../../api/patterns";
import { Loading } from "../../../components/Bits";
import "./patterns.css";

type Names = readonly { readonly guid: string; readonly name: string }[];

function Line({ label, names }: { label: string; names: Names }) {
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong className="number">{names.length}</strong>{" "}
        <bdi>{list.format(names.map(({ name }) => name))}</bdi>
      </dd>
    </div>
  );
}

/** In how many cases, sources and passages some codes recur, and who shows no sign of them. */
export function Recurrence({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("patterns");
  const { data, error } = useRecurrence(codes);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <Loading />;
  return (
    <section className="recurrence" aria-label={t("recurrence")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("cases")}</th>
            <th scope="col">{t("sources")}</th>
            <th scope="col">{t("segments")}</th>
          </tr>
        </thead>
        <tbody>
          {data.members.map((member) => (
            <tr key={member.guid}>
              <th scope="row" dir="auto">
                {member.path}
              </th>
              <td>{member.cases}</td>
              <td>{member.sources}</td>
              <td>{member.segments}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("any")}</th>
            <td>{data.cases.length}</td>
            <td>{data.sources.length}</td>
            <td>{data.segments}</td>
          </tr>
        </tfoot>
      </table>
      <dl>
        <Line label={t("shown")} names={data.cases} />
        {data.members.length > 1 && <Line label={t("allOfThem")} names={data.all_of_them} />}
        <Line label={t("silent")} names={data.silent} />
      </dl>
      {data.unowned > 0 && <p className="muted">{t("unowned", { count: data.unowned })}</p>}
    </section>
  );
}
