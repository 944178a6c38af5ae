import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live";
import { useStudy } from "../api/study";
import { useWaiting } from "../api/waiting";
import { Button } from "../components/Button";
import { Icon } from "../components/Icon";
import { dated, timed } from "../lib/dates";
import { lookAt } from "../stores/moment";
import { Unsaved } from "./Unsaved";
import "./banners.css";

/** That the server is not heard, and what becomes of what is written meanwhile. */
function Lost() {
  const { t } = useTranslation("shell");
  const heard = useLive((live) => live.heard);
  const lockedOut = useLive((live) => live.lockedOut);
  if (heard) return null;
  return (
    <p className="banner warn">
      <Icon name="warning" size={16} />
      <span>{lockedOut ? t("offline.lockedOut") : t("offline.banner")}</span>
    </p>
  );
}

/** How much is not saved yet, and what was refused when it was tried. */
function NotSaved() {
  const { t } = useTranslation("shell");
  const held = useWaiting((waiting) => waiting.held.length);
  const refused = useWaiting((waiting) => waiting.refused.length);
  const [isOpen, setOpen] = useState(false);
  if (held + refused === 0) return null;
  return (
    <p className="banner warn">
      <Icon name={refused > 0 ? "warning" : "info"} size={16} />
      <span>
        {held > 0 && t("waiting.held", { count: held })}{" "}
        {refused > 0 && t("waiting.refused", { count: refused })}
      </span>
      <Button small onPress={() => setOpen(true)}>
        {t("waiting.show")}
      </Button>
      <Unsaved isOpen={isOpen} onClose={() => setOpen(false)} />
    </p>
  );
}

/** What is wrong now with the server or the file, and which moment is shown. */
export function Banners() {
  const { t } = useTranslation("shell");
  const { data } = useStudy();
  const then = data?.as_of;
  return (
    <div role="status" className="banners">
      <Lost />
      <NotSaved />
      {then && (
        <p className="banner moment">
          <Icon name="history" size={16} />
          <span>
            {t("moment.banner", {
              day: dated(then.time),
              time: timed(then.time),
              seq: then.seq,
              text: then.text,
            })}
          </span>
          <Button small look="primary" onPress={() => lookAt(null)}>
            {t("moment.back")}
          </Button>
        </p>
      )}
      {data?.read_only && !then && (
        <p className="banner">
          <Icon name="info" size={16} />
          {t("readOnly", { reason: data.read_only })}
        </p>
      )}
    </div>
  );
}
