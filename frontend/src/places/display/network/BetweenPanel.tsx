import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Arrow, type Drawing, useMediators } from "../../../api/networks";
import { Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { TextField } from "../../../components/Field";
import type { Picked } from "./Board";
import "./between.css";

interface Props {
  arrow: Arrow;
  drawing: Drawing;
  onPick: (picked: Picked | null) => void;
  onProblem: (error: unknown) => void;
}

/** What may stand between the ends of an arrow, put there with one press. */
export function BetweenPanel(props: Props) {
  const { t } = useTranslation("networks");
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="net-between" aria-label={t("between.title")}>
      {isOpen ? (
        <Choices {...props} onClose={() => setOpen(false)} />
      ) : (
        <Button small icon="plus" writes onPress={() => setOpen(true)}>
          {t("between.title")}
        </Button>
      )}
    </section>
  );
}

function Choices({ arrow, drawing, onPick, onProblem, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(["networks", "shell"]);
  const { data } = useMediators(arrow.guid);
  const [label, setLabel] = useState("");
  const put = (what: { code: string } | { label: string }) =>
    drawing.putBetween.mutate(
      { of: arrow, ...what },
      { onSuccess: ({ guid }) => onPick({ kind: "node", guid }), onError: onProblem },
    );
  return (
    <>
      <h3>{t("between.title")}</h3>
      <p className="muted">{t("between.lead")}</p>
      {!data && <Loading />}
      {data?.length === 0 && <p className="muted">{t("between.none")}</p>}
      <ul>
        {data?.slice(0, MOST).map((one) => (
          <li key={one.guid}>
            <Button
              small
              look="quiet"
              writes
              isPending={drawing.putBetween.isPending}
              onPress={() => put({ code: one.guid })}
            >
              <bdi>{one.path}</bdi>
            </Button>
            <small className="muted">
              {t("between.met", { first: one.with_first, second: one.with_second })} ·{" "}
              {t("between.cases", { hold: one.hold, count: one.cases })}
            </small>
          </li>
        ))}
      </ul>
      <TextField label={t("between.other")} value={label} onChange={setLabel} />
      <p className="net-between-doings">
        <Button
          small
          look="primary"
          writes
          isDisabled={label.trim() === ""}
          isPending={drawing.putBetween.isPending}
          onPress={() => put({ label: label.trim() })}
        >
          {t("between.put")}
        </Button>
        <Button small onPress={onClose}>
          {t("shell:cancel")}
        </Button>
      </p>
    </>
  );
}

/** As many as one looks through. */
const MOST = 8;
