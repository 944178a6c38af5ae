import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useReadOnly } from "../stores/read-only";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";
import { Spinner } from "./Spinner";
import { Tooltip } from "./Tooltip";
import "./button.css";

/** What a button that writes is given while nothing can be written: off, and why. */
function useWriting(writes: boolean | undefined) {
  const why = useReadOnly();
  return writes && why !== null ? { off: { isDisabled: true }, why } : { off: {}, why: undefined };
}

interface Props extends Omit<ButtonProps, "className" | "children"> {
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: IconName;
  small?: boolean;
  /** It changes the study: off, with the reason, while nothing can be written. */
  writes?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button(given: Props) {
  const { look = "plain", icon, small, children, isPending, writes, ...props } = given;
  const { off, why } = useWriting(writes);
  const { t } = useTranslation("shell");
  const waits = isPending ? { "aria-disabled": true, type: "button" as const } : {};
  return (
    // The library's own `isPending` leaves a drawing without a name behind for screen readers.
    <AriaButton
      {...props}
      {...waits}
      {...off}
      {...(isPending && { onPress: still })}
      className={`button ${look}${small ? " small" : ""}${isPending ? " pending" : ""}`}
    >
      {isPending ? <Spinner size={16} /> : icon && <Icon name={icon} size={small ? 16 : 18} />}
      <span title={why}>{children}</span>
      {isPending && <span className="sr-only">, {t("loading")}</span>}
    </AriaButton>
  );
}

/** What a button does while what it began goes on: nothing more. */
function still(): void {}

interface IconProps extends Omit<ButtonProps, "className" | "children"> {
  icon: IconName;
  /** Its name, and the tooltip unless `tip` says more. */
  label: string;
  tip?: string;
  keys?: string;
  size?: number;
  pressed?: boolean;
  /** It changes the study: off, with the reason, while nothing can be written. */
  writes?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a drawing alone; its name shows when it is pointed at or focused. */
export function IconButton(given: IconProps) {
  const { icon, label, tip, keys, size, pressed, writes, ...props } = given;
  const { off, why } = useWriting(writes);
  return (
    <Tooltip text={why ?? tip ?? label} {...(keys && { keys })}>
      <AriaButton
        {...props}
        {...off}
        aria-label={label}
        {...(pressed !== undefined && { "aria-pressed": pressed })}
        className={`icon-button${pressed ? " on" : ""}`}
      >
        <span className="icon-face" title={why}>
          <Icon name={icon} size={size ?? 18} />
        </span>
      </AriaButton>
    </Tooltip>
  );
}
