import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auditFile, type Category, useAudit } from "../../api/audit";
import { useStudyId } from "../../api/study";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { toast } from "../../components/toasts";
import { Unread } from "../../components/Unread";
import { download } from "../../lib/download";
import { currentLanguage } from "../../lib/i18n";

/** Takes the whole trail away as one file. */
export function TakeAway() {
  const { t } = useTranslation("audit");
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const take = async () => {
    setPending(true);
    try {
      const file = await download(auditFile(study), "audit-trail.zip");
      toast(t("taken", { file }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("notTaken", { reason }), { tone: "danger" });
    }
    setPending(false);
  };
  return (
    <Button look="primary" icon="export" isPending={isPending} onPress={() => void take()}>
      {t("take")}
    </Button>
  );
}

function One({ category, number }: { category: Category; number: number }) {
  const { t } = useTranslation("audit");
  const there = category.kinds.filter(({ count }) => count > 0);
  const missing = category.kinds.filter(({ count }) => count === 0);
  const names = missing.map(({ what }) => what).join(", ");
  return (
    <section className="audit-category" aria-labelledby={`audit-${category.name}`}>
      <h2 id={`audit-${category.name}`}>
        <span className="number muted">{number}</span> {category.title}
      </h2>
      <p className="muted">{category.about}</p>
      <dl>
        {there.map(({ kind, what, count }) => (
          <div key={kind}>
            <dd className="number">{count.toLocaleString(currentLanguage())}</dd>
            <dt>{what}</dt>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className="audit-missing">{t("missing", { names })}</p>}
    </section>
  );
}

/** The six categories with what is in each, and what is not. */
export function Categories() {
  const { t } = useTranslation("audit");
  const { data, isError, refetch } = useAudit();
  if (isError) {
    return <Unread title={t("unread")} onRetry={() => refetch()} />;
  }
  if (!data) return <Loading />;
  return (
    <div className="audit-categories">
      {data.map((category, at) => (
        <One key={category.name} category={category} number={at + 1} />
      ))}
    </div>
  );
}
