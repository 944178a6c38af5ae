import { useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useRoute } from "wouter";
import {
  CHECKLISTS,
  type Checklist,
  type ChecklistName,
  type Domain,
  useChecklist,
} from "../../api/checklists";
import { useStudy } from "../../api/study";
import { EmptyState, Loading } from "../../components/Bits";
import { SearchField, Select } from "../../components/Field";
import { Segmented } from "../../components/Segmented";
import { Unread } from "../../components/Unread";
import { Exports } from "./Exports";
import { SHOWN, type Shown, shownOf } from "./filtering";
import { ItemLine } from "./ItemLine";
import { useItemKeys } from "./stepping";

/** How many items are in which state, in words and as a bar. */
function Counts({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation("quality");
  const counts = Object.entries(checklist.counts).filter(([, n]) => n > 0);
  return (
    <div className="quality-counts">
      <div className="quality-bar" aria-hidden="true">
        {counts.map(([state, n]) => (
          <span key={state} data-state={state} style={{ flexGrow: n }} />
        ))}
      </div>
      <p>
        {t("counts", {
          on: checklist.counts["on record"] ?? 0,
          partly: checklist.counts.partly ?? 0,
          off: checklist.counts["not on record"] ?? 0,
          none: checklist.counts["not applicable"] ?? 0,
        })}
      </p>
    </div>
  );
}

interface ItemsProps {
  of: ChecklistName;
  domains: readonly Domain[];
  answered: string | null;
  readOnly: boolean;
  onAnswer: (number: string | null) => void;
}

function Items({ of, domains, answered, readOnly, onAnswer }: ItemsProps) {
  const { t } = useTranslation("quality");
  return domains.map((domain) => (
    <section key={domain.title} className="quality-domain" aria-label={domain.title}>
      <h2>{domain.title}</h2>
      {domain.standard && <p className="muted">{t("standard", { standard: domain.standard })}</p>}
      {domain.items.map((item) => (
        <ItemLine
          key={item.number}
          of={of}
          item={item}
          isAnswered={answered === item.number}
          readOnly={readOnly}
          onAnswer={onAnswer}
        />
      ))}
    </section>
  ));
}

function Opened({ checklist, readOnly }: { checklist: Checklist; readOnly: boolean }) {
  const { t } = useTranslation("quality");
  const [shown, setShown] = useState<Shown>("all");
  const [text, setText] = useState("");
  const [answered, setAnswered] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const domains = shownOf(checklist, shown, useDeferredValue(text));
  useItemKeys({
    onAnswer: readOnly ? null : setAnswered,
    onMissing: () => setShown((now) => (now === "missing" ? "all" : "missing")),
    onFilter: () => field.current?.focus(),
  });
  return (
    <>
      <div className="quality-about">
        <p>{checklist.about}</p>
        <p className="muted">{t("after", { source: checklist.source })}</p>
        <Counts checklist={checklist} />
      </div>
      <div className="quality-filters">
        <SearchField ref={field} label={t("find")} value={text} onChange={setText} />
        <Select
          label={t("shown.label")}
          choices={SHOWN.map((id) => ({
            id,
            label: id === "all" || id === "missing" ? t(`shown.${id}`) : t(`states.${id}`),
          }))}
          value={shown}
          onChange={setShown}
        />
      </div>
      {domains.length === 0 && <EmptyState icon="filter" title={t("none")} />}
      <Items
        of={checklist.name}
        domains={domains}
        answered={answered}
        readOnly={readOnly}
        onAnswer={setAnswered}
      />
    </>
  );
}

/** The lists of what a report owes its readers, one of them open. */
export function Checklists() {
  const { t } = useTranslation("quality");
  const [, params] = useRoute("/quality/:name");
  const [, navigate] = useLocation();
  const { data: study } = useStudy();
  const name = CHECKLISTS.find((one) => one === params?.name) ?? "criteria";
  const { data, isError, isPlaceholderData, refetch } = useChecklist(name);
  const readOnly = study === undefined || study.read_only !== null;
  return (
    <>
      <div className="quality-which">
        <Segmented
          label={t("which")}
          value={name}
          choices={CHECKLISTS.map((id) => ({ id, label: t(`lists.${id}`) }))}
          onChange={(one) => navigate(`/quality/${one}`)}
        />
        <Exports of={name} />
      </div>
      {isError && <Unread title={t("unread")} onRetry={() => refetch()} />}
      {!isError &&
        (data && !(isPlaceholderData && data.name !== name) ? (
          <Opened key={name} checklist={data} readOnly={readOnly} />
        ) : (
          <Loading />
        ))}
    </>
  );
}
