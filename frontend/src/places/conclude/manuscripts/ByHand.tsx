import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFindings } from "../../../api/findings";
import { usePassageWrites } from "../../../api/manuscripts";
import { Button } from "../../../components/Button";
import { Select } from "../../../components/Field";
import { useRefusal } from "../saving";
import type { Selected } from "./selecting";

interface Props {
  manuscript: string;
  selected: Selected;
  onTied: (guid: string) => void;
  onLeave: () => void;
}

/** Words that were selected, to be tied to a finding. */
export function ByHand({ manuscript, selected, onTied, onLeave }: Props) {
  const { t } = useTranslation("manuscripts");
  const { data: findings } = useFindings();
  const [finding, setFinding] = useState<string | null>(null);
  const { add } = usePassageWrites(manuscript);
  const refused = useRefusal();
  const tie = () => {
    const { paragraph, start, end } = selected;
    add.mutate(
      { paragraph, start, end, findings: finding === null ? [] : [finding] },
      { onSuccess: ({ guid }) => onTied(guid), onError: (error) => refused(error) },
    );
  };
  return (
    <section className="by-hand" aria-label={t("byHand.title")}>
      <h2>{t("byHand.title")}</h2>
      <blockquote dir="auto">{selected.words}</blockquote>
      <Select
        label={t("byHand.finding")}
        choices={(findings ?? []).map(({ guid, label, statement }) => ({
          id: guid,
          label,
          note: statement,
        }))}
        value={finding}
        placeholder={t("byHand.none")}
        onChange={setFinding}
      />
      <div className="passage-doings">
        <Button look="primary" writes isPending={add.isPending} onPress={tie}>
          {t("byHand.tie")}
        </Button>
        <Button look="quiet" onPress={onLeave}>
          {t("byHand.leave")}
        </Button>
      </div>
    </section>
  );
}
