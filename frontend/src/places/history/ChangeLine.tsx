import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Change, useUndoOf } from "../../api/history";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { toast } from "../../components/toasts";
import { timed } from "../../lib/dates";
import { Entities } from "./Entities";

interface Props {
  change: Change;
  colour: string | null;
  readOnly: boolean;
}

/** One change: who, when, what, and how to look into it or take it back. */
export function ChangeLine({ change, colour, readOnly }: Props) {
  const { t } = useTranslation("history");
  const [isOpen, setOpen] = useState(false);
  const undo = useUndoOf();
  const takeBack = () =>
    undo.mutate(change.seq, {
      onSuccess: ({ text }) => toast(t("undoneNow", { text }), { tone: "good" }),
      onError: (error) => toast(t("refused", { reason: error.message }), { tone: "danger" }),
    });
  const kinds = Object.entries(change.touched).map(([kind, count]) =>
    t(`kinds.${kind as "code"}`, { count, defaultValue: `${kind}: ${count}` }),
  );
  return (
    <li className="change" data-undone={change.undone || undefined}>
      <time dateTime={change.time}>{timed(change.time)}</time>
      <div className="change-words">
        <p>
          <span className="change-who">
            <span className="quote-dot" style={{ backgroundColor: colour ?? undefined }} />
            {change.user_name}
          </span>{" "}
          {change.undone ? <s>{change.text}</s> : change.text}{" "}
          {change.undone && <Badge>{t("undone")}</Badge>}
        </p>
        <p className="muted">
          <span>{t("number", { seq: change.seq })}</span>
          {kinds.length > 0 && <span>{kinds.join(" · ")}</span>}
          {change.undoes !== null && <span>{t("undoes", { seq: change.undoes })}</span>}
          {change.redoes !== null && <span>{t("redoes", { seq: change.redoes })}</span>}
        </p>
        {isOpen && <Entities seq={change.seq} />}
      </div>
      <div className="change-doings">
        <Button
          small
          look="quiet"
          icon={isOpen ? "down" : "right"}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t("show")}
        </Button>
        {!(readOnly || change.undone) && (
          <Button small look="quiet" icon="undo" isPending={undo.isPending} onPress={takeBack}>
            {t("undo")}
          </Button>
        )}
      </div>
    </li>
  );
}
