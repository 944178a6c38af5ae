import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Arrow, type Drawing, useMediators } from "../../../api/networks";
import { Between, Opening } from "../../../components/Between";
import { Button } from "../../../components/Button";
import { TextField } from "../../../components/Field";
import type { Picked } from "./Board";

interface Props {
  arrow: Arrow;
  drawing: Drawing;
  onPick: (picked: Picked | null) => void;
  onProblem: (error: unknown) => void;
}

/** What may stand between the ends of an arrow, put there with one press. */
export function BetweenPanel(props: Props) {
  return <Opening>{(onClose) => <Choices {...props} onClose={onClose} />}</Opening>;
}

function Choices({ arrow, drawing, onPick, onProblem, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(["networks", "shell"]);
  const { data } = useMediators(arrow.guid);
  const [label, setLabel] = useState("");
  const { isPending } = drawing.putBetween;
  const put = (what: { code: string } | { label: string }) =>
    drawing.putBetween.mutate(
      { of: arrow, ...what },
      { onSuccess: ({ guid }) => onPick({ kind: "node", guid }), onError: onProblem },
    );
  return (
    <Between
      lead={t("between.lead")}
      none={t("between.none")}
      found={data}
      isPending={isPending}
      onPut={(code) => put({ code })}
    >
      <TextField label={t("between.other")} value={label} onChange={setLabel} />
      <p className="net-between-doings">
        <Button
          small
          look="primary"
          writes
          isDisabled={label.trim() === ""}
          isPending={isPending}
          onPress={() => put({ label: label.trim() })}
        >
          {t("between.put")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </Between>
  );
}
