import { Fragment, type ReactElement } from "react";
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from "react-aria-components";
import { useReadOnly } from "../stores/read-only";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";
import "./overlay.css";

export interface MenuLine {
  id: string;
  label: string;
  icon?: IconName;
  /** A key, or a word on the right. */
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  /** It changes the study: off while nothing can be written. */
  writes?: boolean;
  /** A line above it. */
  apart?: boolean;
  onAction: () => void;
}

interface Props {
  label: string;
  lines: readonly MenuLine[];
  /** The button that opens it. */
  children: ReactElement;
  placement?: NonNullable<PopoverProps["placement"]>;
}

function Lines({ label, lines }: Pick<Props, "label" | "lines">) {
  const why = useReadOnly();
  return (
    <AriaMenu className="menu" aria-label={label}>
      {lines.map((line) => (
        <Fragment key={line.id}>
          {line.apart && <Separator className="menu-separator" />}
          <MenuItem
            id={line.id}
            className={`menu-line${line.danger ? " danger" : ""}`}
            textValue={line.label}
            isDisabled={(line.disabled ?? false) || (line.writes === true && why !== null)}
            onAction={line.onAction}
          >
            {line.icon ? <Icon name={line.icon} size={16} /> : <span />}
            <span title={line.writes ? (why ?? undefined) : undefined}>{line.label}</span>
            <small>{line.hint}</small>
          </MenuItem>
        </Fragment>
      ))}
    </AriaMenu>
  );
}

/** A list of things to do, under the button that opens it. */
export function Menu({ label, lines, children, placement = "bottom start" }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={placement} offset={4}>
        <Lines label={label} lines={lines} />
      </Popover>
    </MenuTrigger>
  );
}

interface AtProps {
  label: string;
  lines: readonly MenuLine[];
  /** What it opens at. */
  at: Element | null;
  onClose: () => void;
}

/** The same at any element, as for a second button of the mouse. */
export function MenuAt({ label, lines, at, onClose }: AtProps) {
  return (
    <Popover
      className="popover"
      triggerRef={{ current: at }}
      isOpen={at !== null}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      aria-label={label}
    >
      <Lines
        label={label}
        lines={lines.map((line) => ({
          ...line,
          onAction: () => {
            onClose();
            line.onAction();
          },
        }))}
      />
    </Popover>
  );
}
