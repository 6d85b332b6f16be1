import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

interface DialogBoxProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet above the page; Escape closes it. */
export function DialogBox({ title, closeLabel, isOpen, onClose, children }: DialogBoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={onClose}>
      {isOpen ? (
        <div className="dialog-inner">
          <h2 id={heading}>{title}</h2>
          {children}
          <Button onPress={onClose}>{closeLabel}</Button>
        </div>
      ) : null}
    </dialog>
  );
}
