import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import "./overlay.css";

interface Props {
  isOpen: boolean;
  side: "left" | "right";
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel drawn over the content where there is no room beside it. */
export function Drawer({ isOpen, side, label, onClose, children }: Props) {
  return (
    <ModalOverlay
      className="scrim drawer-scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`drawer ${side}`}>
        <Dialog className="dialog" aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
