import { useTranslation } from "react-i18next";
import { again, dismiss, type Held, type Refused, useWaiting } from "../api/waiting";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { timed } from "../lib/dates";
import { nounOf, wordsOf } from "./unsaved-words";
import "./unsaved.css";

function Words({ of: held }: { of: Held }) {
  const { t } = useTranslation("shell");
  const way = held.method === "DELETE" || held.path.endsWith("/remove") ? "removed" : "written";
  return (
    <>
      <p>
        <strong>{t(`waiting.of.${nounOf(held)}`)}</strong>{" "}
        <small className="muted">{t(`waiting.${way}`, { time: timed(new Date(held.time)) })}</small>
      </p>
      {wordsOf(held).map((words) => (
        <blockquote key={words}>{words}</blockquote>
      ))}
    </>
  );
}

function RefusedLine({ one }: { one: Refused }) {
  const { t } = useTranslation("shell");
  return (
    <li>
      <Words of={one} />
      <p className="unsaved-why">{one.isDoubtful ? t("waiting.doubtful") : one.reason}</p>
      <p className="doings">
        <Button small onPress={() => again(one.id)}>
          {t("waiting.again")}
        </Button>
        <Button small look="quiet" onPress={() => dismiss(one.id)}>
          {t("waiting.drop")}
        </Button>
      </p>
    </li>
  );
}

/** Everything that is not saved yet, and everything that could not be, with its words. */
export function Unsaved({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const { held, refused } = useWaiting();
  return (
    <Dialog title={t("waiting.title")} isOpen={isOpen} onClose={onClose} width="34rem">
      <div className="unsaved">
        {refused.length > 0 && (
          <section>
            <h3>{t("waiting.refusedTitle")}</h3>
            <ul>
              {refused.map((one) => (
                <RefusedLine key={one.id} one={one} />
              ))}
            </ul>
          </section>
        )}
        {held.length > 0 && (
          <section>
            <h3>{t("waiting.heldTitle")}</h3>
            <ol>
              {held.map((one) => (
                <li key={one.id}>
                  <Words of={one} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Dialog>
  );
}
