import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Change, useUndoOf } from "../../api/history";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { toast } from "../../components/toasts";
import { timed } from "../../lib/dates";
import { lookAt } from "../../stores/moment";
import { Whole } from "./Whole";

interface Props {
  change: Change;
  colour: string | null;
  isMe: boolean;
  readOnly: boolean;
  /** The moment that is looked at ends with it. */
  isMoment: boolean;
  isOpen: boolean;
  onToggle: () => void;
}

/** Its number, what it touched, and which other change it is about. */
function Facts({ of: change }: { of: Change }) {
  const { t } = useTranslation("history");
  const kinds = Object.entries(change.touched).map(([kind, count]) =>
    t(`kinds.${kind as "code"}`, { count, defaultValue: `${kind}: ${count}` }),
  );
  return (
    <p className="muted">
      <span>{t("number", { seq: change.seq })}</span>
      {kinds.length > 0 && <span>{kinds.join(" · ")}</span>}
      {change.undoes !== null && <span>{t("undoes", { seq: change.undoes })}</span>}
      {change.redoes !== null && <span>{t("redoes", { seq: change.redoes })}</span>}
    </p>
  );
}

/** One change: who, when, what, and how to look into it, back to it, or take it back. */
export function ChangeLine(props: Props) {
  const { change, colour, isMe, readOnly, isMoment, isOpen, onToggle } = props;
  const { t } = useTranslation("history");
  const undo = useUndoOf();
  const [refused, setRefused] = useState(false);
  const takeBack = () =>
    undo.mutate(change.seq, {
      onSuccess: ({ text }) => toast(t("undoneNow", { text }), { tone: "good" }),
      onError: () => {
        setRefused(true);
        if (!isOpen) onToggle();
      },
    });
  const isStep = change.undoes !== null || change.redoes !== null;
  const canUndo = !(readOnly || change.undone || change.lasting || isStep);
  return (
    <article
      className="change"
      data-undone={change.undone || undefined}
      data-moment={isMoment || undefined}
      aria-label={t("number", { seq: change.seq })}
    >
      <time dateTime={change.time}>{timed(change.time)}</time>
      <div className="change-words">
        <p>
          <span className="change-who">
            <span className="quote-dot" style={{ backgroundColor: colour ?? undefined }} />
            {isMe ? t("you", { name: change.user_name }) : change.user_name}
          </span>{" "}
          {change.undone ? <s>{change.text}</s> : change.text}{" "}
          {change.undone && <Badge>{t("undone")}</Badge>}
          {isMoment && <Badge tone="accent">{t("moment")}</Badge>}
        </p>
        <Facts of={change} />
        {isOpen && <Whole seq={change.seq} undoWanted={canUndo} refused={refused} />}
      </div>
      <div className="change-doings">
        <Button
          small
          look="quiet"
          icon={isOpen ? "down" : "right"}
          aria-expanded={isOpen}
          onPress={onToggle}
        >
          {t("show")}
        </Button>
        {!isMoment && (
          <Button small look="quiet" icon="history" onPress={() => lookAt(change.seq)}>
            {t("look")}
          </Button>
        )}
        {canUndo && (
          <Button small look="quiet" icon="undo" isPending={undo.isPending} onPress={takeBack}>
            {t("undo")}
          </Button>
        )}
      </div>
    </article>
  );
}
