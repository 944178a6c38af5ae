import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type AgreementAsked, useAgreement, useCoefficients } from "../../../api/agreement";
import { EmptyState, Loading } from "../../../components/Bits";
import { Unread } from "../../../components/Unread";
import { agreementAddress } from "./asked";
import { Codes, Pairs, Whole } from "./Figures";

/** How far coders agree, in numbers with their uncertainty. */
export function FiguresView({ asked }: { asked: AgreementAsked }) {
  const { t } = useTranslation("agreement");
  const { data, error, isPlaceholderData, refetch } = useAgreement(asked);
  const { data: kinds } = useCoefficients();
  const title = kinds?.find(({ name }) => name === data?.measure)?.title ?? "";
  if (error) {
    return (
      <Unread title={t("unread")} onRetry={() => refetch()}>
        {error.message}
      </Unread>
    );
  }
  if (!data) return <Loading />;
  if (data.coders.length < 2) {
    return (
      <EmptyState
        icon="person"
        title={t(data.coders.length === 0 ? "alone.nobody" : "alone.title")}
        doings={<Link href="/settings">{t("alone.people")}</Link>}
      >
        {t("alone.body")}
      </EmptyState>
    );
  }
  if (data.sources.length === 0) {
    return (
      <EmptyState icon="list" title={t("apart.title")}>
        {t("apart.body")}
      </EmptyState>
    );
  }
  return (
    <div className="agreement-told" data-old={isPlaceholderData || undefined}>
      <Whole agreement={data} title={title}>
        {data.differences === 0 ? (
          <p>{t("figures.noDifference")}</p>
        ) : (
          <p>
            <Link href={agreementAddress(asked, "open")}>
              {t("figures.differences", { count: data.differences })}
            </Link>
          </p>
        )}
      </Whole>
      <Codes agreement={data} />
      <Pairs agreement={data} />
    </div>
  );
}
