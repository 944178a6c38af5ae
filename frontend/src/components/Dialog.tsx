import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./Button";
import "./overlay.css";

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** The widest it gets, in CSS units. */
  width?: string;
  footer?: ReactNode;
  children: ReactNode;
  /** A question that must be answered by one of its buttons. */
  alert?: boolean;
  /** It has words that are kept nowhere else: only its buttons close it, not a slip. */
  unsaved?: boolean;
}

/** A window over the page: Esc or a click beside closes it, focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, width, footer, children, ...props }: Props) {
  const { alert = false, unsaved = false } = props;
  const { t } = useTranslation("shell");
  const style = width ? { "--dialog-width": width } : {};
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable={!alert && !unsaved}
      isKeyboardDismissDisabled={unsaved}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal" style={style as React.CSSProperties}>
        <AriaDialog className="dialog" role={alert ? "alertdialog" : "dialog"}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t("close")} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: string;
  children: ReactNode;
  /** What the button says that goes on. */
  doing: string;
  danger?: boolean;
  isOpen: boolean;
  isPending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something large. */
export function Confirm(props: ConfirmProps) {
  const { t } = useTranslation("shell");
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      width="28rem"
      alert
      footer={
        <>
          <Button onPress={props.onClose}>{t("cancel")}</Button>
          <Button
            look={props.danger ? "danger" : "primary"}
            isPending={props.isPending ?? false}
            onPress={props.onConfirm}
          >
            {props.doing}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
