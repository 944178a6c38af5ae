import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";
import { Spinner } from "./Spinner";
import { Tooltip } from "./Tooltip";
import "./button.css";

interface Props extends Omit<ButtonProps, "className" | "children"> {
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: IconName;
  small?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({ look = "plain", icon, small, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`button ${look}${small ? " small" : ""}`}>
      {props.isPending ? (
        <Spinner size={16} />
      ) : (
        icon && <Icon name={icon} size={small ? 16 : 18} />
      )}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconProps extends Omit<ButtonProps, "className" | "children"> {
  icon: IconName;
  /** Its name, and the tooltip unless `tip` says more. */
  label: string;
  tip?: string;
  keys?: string;
  size?: number;
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a drawing alone; its name shows when it is pointed at or focused. */
export function IconButton({ icon, label, tip, keys, size, pressed, ...props }: IconProps) {
  return (
    <Tooltip text={tip ?? label} {...(keys && { keys })}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(pressed !== undefined && { "aria-pressed": pressed })}
        className={`icon-button${pressed ? " on" : ""}`}
      >
        <Icon name={icon} size={size ?? 18} />
      </AriaButton>
    </Tooltip>
  );
}
