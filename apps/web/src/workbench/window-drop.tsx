import { useEffect, useState } from "react";
import { useWords } from "./words.ts";

/**
 * The whole window takes files, whatever it shows: a browser opens what is dropped beside a drop place in a tab of its
 * own, and the round is gone from view. The two drop places keep what is dropped on them.
 */
export function WindowDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const say = useWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(!isOnDropPlace(event));
    };
    const leave = (event: DragEvent): void => {
      // Between two elements of the page there is a related target; beyond the window there is none.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (isOnDropPlace(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return isOver ? <p className="window-drop">{say("drop anywhere")}</p> : null;
}

function isOnDropPlace({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest(".drop-place") !== null;
}
