import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, useEvidenceWrites, useUnweighed } from "../../api/findings";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { type CodeNames, Quote, type Segment } from "../../shapes/Quote";
import { STANCES, type Stance } from "./board";
import { StanceMark } from "./Marks";
import { useRefusal } from "./saving";

interface OfferProps {
  segment: Segment;
  finding: Finding;
  codes: CodeNames;
}

function Offer({ segment, finding, codes }: OfferProps) {
  const { t } = useTranslation("conclude");
  const { add } = useEvidenceWrites(finding.guid);
  const refused = useRefusal();
  const [why, setWhy] = useState("");
  const weigh = (stance: Stance) => {
    const { segment: guid, source, start, end } = segment;
    const place = guid ? { segment: guid } : { source, start, end };
    add.mutate({ ...place, stance, why: why.trim() }, { onError: (error) => refused(error, why) });
  };
  return (
    <li className="evidence">
      <Quote segment={segment} codes={codes}>
        <div className="offer">
          <input
            className="input"
            aria-label={t("unweighed.why")}
            placeholder={t("unweighed.why")}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the row */}
          <div role="group" aria-label={t("stance.label")} className="offer-stances">
            {STANCES.map((stance) => (
              <Button key={stance} small isDisabled={add.isPending} onPress={() => weigh(stance)}>
                <StanceMark stance={stance} /> {t(`stance.${stance}`)}
              </Button>
            ))}
          </div>
        </div>
      </Quote>
    </li>
  );
}

interface Props {
  finding: Finding;
  codes: CodeNames;
  readOnly: boolean;
}

/** Segments under the finding's codes that nobody has said anything about yet. */
export function Unweighed({ finding, codes, readOnly }: Props) {
  const { t } = useTranslation("conclude");
  const found = useUnweighed(finding.guid);
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const none = finding.codes.length === 0 ? t("unweighed.noCodes") : t("unweighed.none");
  return (
    <section id="unweighed" className="unweighed" aria-labelledby="unweighed-title">
      <h2 id="unweighed-title" tabIndex={-1}>
        {t("unweighed.title")} {total > 0 && <span className="muted number">{total}</span>}
      </h2>
      {found.isPending && <Loading />}
      {found.data && <p className="muted">{total === 0 ? none : t("unweighed.lead")}</p>}
      <ul>
        {segments.map((segment) =>
          readOnly ? (
            <li key={`${segment.source} ${segment.start} ${segment.end}`} className="evidence">
              <Quote segment={segment} codes={codes} />
            </li>
          ) : (
            <Offer
              key={`${segment.source} ${segment.start} ${segment.end}`}
              segment={segment}
              finding={finding}
              codes={codes}
            />
          ),
        )}
      </ul>
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => found.fetchNextPage()}>
          {t("unweighed.more")}
        </Button>
      )}
    </section>
  );
}
