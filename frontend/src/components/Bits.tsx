/** Small things without any doing of their own. */

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";
import { Spinner } from "./Spinner";
import "./bits.css";

interface BadgeProps {
  tone?: "plain" | "accent" | "good" | "warn" | "danger";
  icon?: IconName;
  children: ReactNode;
}

/** A state in a word. */
export function Badge({ tone = "plain", icon, children }: BadgeProps) {
  return (
    <span className={`badge ${tone}`}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}

interface ChipProps {
  children: ReactNode;
  /** The name of the button that takes it away. */
  removal?: string;
  onRemove?: () => void;
}

/** Something chosen, that can be taken away again. */
export function Chip({ children, removal, onRemove }: ChipProps) {
  return (
    <span className="chip">
      <span className="clip">{children}</span>
      {onRemove && removal && (
        <IconButton icon="close" size={12} label={removal} onPress={onRemove} />
      )}
    </span>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  doings?: ReactNode;
}

/** Nothing is here yet: why, and what to do about it. */
export function EmptyState({ icon, title, children, doings }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={36} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {doings && <div className="doings">{doings}</div>}
    </div>
  );
}

/** A place that is being fetched; quick ones show nothing. */
export function Loading() {
  const { t } = useTranslation("shell");
  return (
    <div className="loading">
      <Spinner label={t("loading")} />
    </div>
  );
}
