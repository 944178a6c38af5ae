import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useCodeList } from "../../api/codes";
import { type Finding, useEvidence, useFinding, useFindingWrites } from "../../api/findings";
import { useUndoOf } from "../../api/history";
import { useStudy } from "../../api/study";
import { useCrumbText } from "../../app/crumb";
import { EmptyState, Loading } from "../../components/Bits";
import { BlindNote } from "../../components/BlindNote";
import { Button } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { MemosAbout } from "../../components/MemosAbout";
import { RemarksOf } from "../../components/RemarksOf";
import { toast } from "../../components/toasts";
import { dated } from "../../lib/dates";
import type { CodeNames } from "../../shapes/Quote";
import { About, Standing } from "./About";
import { Checks } from "./Checks";
import { Confidence } from "./Confidence";
import { useCircumstanceKeys } from "./circumstances";
import { EvidenceList } from "./EvidenceList";
import { Jump } from "./Jump";
import { useLooking } from "./looking";
import { Balance } from "./Marks";
import { Plausible } from "./Plausible";
import { Reasoning } from "./Reasoning";
import { Rivals } from "./Rivals";
import { Shown } from "./Shown";
import { Story } from "./Story";
import { useRefusal, useSaveFinding } from "./saving";
import { Unweighed } from "./Unweighed";
import { Works } from "./Works";
import { useWeighingOf } from "./weigh";
import "./finding.css";
import "./finding-side.css";

/** One finding, by its GUID. */
export function FindingPage({ guid }: { guid: string }) {
  const { t } = useTranslation("conclude");
  const { data: finding, isPending } = useFinding(guid);
  useCrumbText(finding?.label);
  if (isPending) {
    return <Loading />;
  }
  if (!finding) {
    const back = <Link href="/conclude">{t("finding.all")}</Link>;
    return <EmptyState icon="conclude" title={t("finding.gone")} doings={back} />;
  }
  return <Opened finding={finding} />;
}

function useRemoval(finding: Finding) {
  const { t } = useTranslation("conclude");
  const [, navigate] = useLocation();
  const { remove } = useFindingWrites();
  const undo = useUndoOf();
  const refused = useRefusal();
  return () =>
    remove.mutate(finding, {
      onSuccess: ({ seq }) => {
        navigate("/conclude");
        // The page is gone by then, so the refusal is caught here and not by its hooks.
        const act = () => undo.mutateAsync(seq).catch(refused);
        toast(t("finding.deleted", { label: finding.label }), {
          doing: { label: t("finding.undo"), act },
        });
      },
      onError: (error) => refused(error),
    });
}

function Opened({ finding }: { finding: Finding }) {
  const { t } = useTranslation("conclude");
  const { data: study } = useStudy();
  const { data: evidence } = useEvidence(finding.guid);
  const codes = useCodeList();
  const save = useSaveFinding(finding);
  const discard = useRemoval(finding);
  const names: CodeNames = useMemo(
    () => new Map(codes.map(({ guid, ...code }) => [guid, code])),
    [codes],
  );
  const readOnly = !study || Boolean(study.read_only);
  const looking = useLooking(finding.guid);
  const weighing = useWeighingOf(finding, readOnly, looking);
  useCircumstanceKeys(finding.guid, readOnly);
  return (
    <article className="finding">
      <header className="finding-head">
        <div className="finding-line">
          <Link href="/conclude">{t("finding.all")}</Link>
          <span className="muted">
            {finding.label} ·{" "}
            {t("finding.by", { author: finding.author, date: dated(finding.created) })}
          </span>
          {!readOnly && (
            <Button small look="quiet" icon="trash" onPress={discard}>
              {t("finding.delete")}
            </Button>
          )}
        </div>
        <h1 className="sr-only">
          {finding.label}: {finding.statement}
        </h1>
        <Editable
          className="finding-words"
          label={t("finding.statement")}
          hidden
          required
          value={finding.statement}
          readOnly={readOnly}
          onSave={(statement) => save({ statement })}
        />
        <BlindNote checks />
        <div className="finding-standing">
          <Balance counts={finding.counts} />
          <Standing finding={finding} readOnly={readOnly} />
        </div>
        <Plausible finding={finding} readOnly={readOnly} />
      </header>
      <div className="finding-body">
        <div className="finding-main">
          <Jump finding={finding} readOnly={readOnly} onDropped={weighing.drop} />
          <EvidenceList
            finding={finding}
            evidence={evidence ?? []}
            codes={names}
            readOnly={readOnly}
            onDropped={weighing.drop}
          />
          <Unweighed
            finding={finding}
            looking={looking}
            codes={names}
            readOnly={readOnly}
            gone={weighing.gone}
            onWeigh={weighing.give}
          />
        </div>
        <aside className="finding-side" aria-label={t("finding.about")}>
          <Checks finding={finding} readOnly={readOnly} />
          <Confidence finding={finding} readOnly={readOnly} />
          <About
            finding={finding}
            evidence={evidence}
            questions={study?.questions ?? []}
            readOnly={readOnly}
          />
          <Rivals finding={finding} readOnly={readOnly} />
          <Reasoning finding={finding} readOnly={readOnly} />
          <div className="finding-memos">
            <MemosAbout about={{ kind: "finding", guid: finding.guid }} />
          </div>
          <section aria-labelledby="finding-remarks">
            <h2 id="finding-remarks">{t("remarks")}</h2>
            <RemarksOf kind="finding" guid={finding.guid} />
          </section>
          <Shown finding={finding} readOnly={readOnly} />
          <Works finding={finding} readOnly={readOnly} />
          <Story finding={finding} />
        </aside>
      </div>
    </article>
  );
}
