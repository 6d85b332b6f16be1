import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button.tsx";

interface DialogBoxProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet above the page; Escape or a press outside closes it. */
export function DialogBox({ title, closeLabel, isOpen, onClose, children }: DialogBoxProps) {
  return (
    <ModalOverlay className="veil" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-inner">
          <Heading slot="title">{title}</Heading>
          {children}
          <Button onPress={onClose}>{closeLabel}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
