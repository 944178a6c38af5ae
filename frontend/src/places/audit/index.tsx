import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";
import { useSeenAnywhere } from "../../api/seen";
import { useStudy } from "../../api/study";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { PlaceTabs } from "../../components/PlaceTabs";
import { Categories, TakeAway } from "./Categories";
import { CopyDialog } from "./CopyDialog";
import { Feedback } from "./Feedback";
import { MoveDialog } from "./MoveDialog";
import { RemarkDoings, Remarks } from "./Remarks";
import "../../components/page.css";
import "./audit.css";

const TABS = ["trail", "remarks", "feedback"] as const;
type Tab = (typeof TABS)[number];

function TrailDoings() {
  const { t } = useTranslation("audit");
  const { data: study } = useStudy();
  const [isCopying, setCopying] = useState(false);
  const [isMoving, setMoving] = useState(false);
  return (
    <>
      {study && !study.copy_of && (
        <Button icon="shield" onPress={() => setCopying(true)}>
          {t("copy.open")}
        </Button>
      )}
      <Button icon="folder" writes onPress={() => setMoving(true)}>
        {t("move.open")}
      </Button>
      <TakeAway />
      {isMoving && <MoveDialog onClose={() => setMoving(false)} />}
      {isCopying && <CopyDialog onClose={() => setCopying(false)} />}
    </>
  );
}

const DOINGS: Partial<Record<Tab, React.ComponentType>> = {
  trail: TrailDoings,
  remarks: RemarkDoings,
};
const BODIES: Record<Tab, React.ComponentType> = {
  trail: Categories,
  remarks: Remarks,
  feedback: Feedback,
};

/** Everything of the study as an auditor asks for it, and what auditors say of it. */
export default function Audit() {
  const { t } = useTranslation("audit");
  const [, params] = useRoute("/audit/:tab");
  const here: Tab = TABS.find((name) => name === params?.tab) ?? "trail";
  const seen = useSeenAnywhere();
  const [Doings, Body] = [DOINGS[here], BODIES[here]];
  return (
    <div className="place-page audit">
      <header className="place-head">
        <div>
          <Link href="/conclude">{t("back")}</Link>
          <h1>{t("title")}</h1>
          <p className="muted">{t(`lead.${here}`)}</p>
        </div>
        {!seen.isBlind && Doings && <Doings />}
      </header>
      <PlaceTabs
        label={t("title")}
        tabs={TABS.map((name) => ({
          name,
          address: name === "trail" ? "/audit" : `/audit/${name}`,
          label: t(`tabs.${name}`),
        }))}
        here={here}
      />
      {seen.isBlind ? <EmptyState icon="shield" title={t("blind")} /> : <Body />}
    </div>
  );
}
