import { useTranslation } from "react-i18next";
import { useSeen } from "../api/seen";
import { Icon } from "./Icon";

/** Says, while one codes blind, that what is shown is worked out from one's own work alone. */
export function BlindNote({ checks = false }: { checks?: boolean }) {
  const { t } = useTranslation("shell");
  const { isBlind } = useSeen();
  if (!isBlind) return null;
  return (
    <p className="blind-note" role="note">
      <Icon name="shield" size={16} /> {t(checks ? "blindChecks" : "blindNote")}
    </p>
  );
}
