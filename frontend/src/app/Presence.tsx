import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useOthers } from "../api/live";
import { useStudy } from "../api/study";
import type { Change } from "../api/types";
import { Tooltip } from "../components/Tooltip";
import "./presence.css";

/** How long a line stays, and how long at least one stays before the next, in milliseconds. */
const STAYS = 60_000;
const LEAST = 2_000;

/** The last change of somebody else, not more often than can be read. */
function useLastOfOthers(): Change | null {
  const last = useOthers((others) => others.last);
  const [shown, setShown] = useState<{ change: Change; since: number } | null>(null);
  useEffect(() => {
    if (!last || shown?.change.seq === last.seq) return;
    const wait = shown ? Math.max(0, shown.since + LEAST - Date.now()) : 0;
    const timer = setTimeout(() => setShown({ change: last, since: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [last, shown]);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => {
      setShown(null);
      useOthers.setState({ last: null });
    }, STAYS);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown?.change ?? null;
}

/** What somebody else has just done, in one quiet line that leads there. */
export function Presence() {
  const { t } = useTranslation("shell");
  const { data } = useStudy();
  const change = useLastOfOthers();
  const colour = data?.users.find(({ guid }) => guid === change?.user)?.colour;
  const [source, ...more] = change?.sources ?? [];
  const doing = change?.text || t("presence.blind");
  const to =
    source && more.length === 0 && change?.text
      ? `/reduce/${source}`
      : `/history?seq=${change?.seq}`;
  return (
    <div className="presence" role="status">
      {change && (
        <Tooltip text={`${change.user_name}: ${doing}`}>
          <Link href={to}>
            <span className="quote-dot" style={{ backgroundColor: colour }} aria-hidden="true" />
            <strong>{change.user_name}</strong>
            <span className="clip">{doing}</span>
            <small>{t("presence.now")}</small>
          </Link>
        </Tooltip>
      )}
    </div>
  );
}
