import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { type AgreementAsked, useAgreement, useCoefficients } from "../../../api/agreement";
import { EmptyState, Loading } from "../../../components/Bits";
import { Unread } from "../../../components/Unread";
import { Asking } from "./Asking";
import { agreementAddress, readAsked } from "./asked";
import { Codes, Pairs, Whole } from "./Figures";
import "./agreement.css";

/** What the address asks, and asking something else without leaving steps behind. */
function useAsked(): [AgreementAsked, (part: Partial<AgreementAsked>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => readAsked(search), [search]);
  return [asked, (part) => navigate(agreementAddress({ ...asked, ...part }), { replace: true })];
}

/** How far coders agree, in numbers with their uncertainty. */
export function Agreement() {
  const { t } = useTranslation("agreement");
  const [asked, ask] = useAsked();
  const { data, error, isPending, isPlaceholderData, refetch } = useAgreement(asked);
  const { data: kinds } = useCoefficients();
  const title = kinds?.find(({ name }) => name === data?.measure)?.title ?? "";
  const isAlone = data && data.coders.length < 2;
  return (
    <div className="agreement">
      <Asking asked={asked} onAsk={ask} />
      {isPending && <Loading />}
      {error && (
        <Unread title={t("unread")} onRetry={() => refetch()}>
          {error.message}
        </Unread>
      )}
      {isAlone && (
        <EmptyState
          icon="person"
          title={t("alone.title")}
          doings={<Link href="/settings">{t("alone.people")}</Link>}
        >
          {t("alone.body")}
        </EmptyState>
      )}
      {data && !isAlone && data.sources.length === 0 && (
        <EmptyState icon="list" title={t("apart.title")}>
          {t("apart.body")}
        </EmptyState>
      )}
      {data && !isAlone && data.sources.length > 0 && (
        <div className="agreement-told" data-old={isPlaceholderData || undefined}>
          <Whole agreement={data} title={title} />
          <Codes agreement={data} />
          <Pairs agreement={data} />
        </div>
      )}
    </div>
  );
}
