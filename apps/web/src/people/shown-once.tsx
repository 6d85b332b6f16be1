import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { useWords } from "./words.ts";

interface ShownOnceProps {
  readonly title: string;
  /** What to copy: one thing, or one a line. */
  readonly text: string;
  readonly onKept: () => void;
  /** What it is for. */
  readonly children: ReactNode;
}

/** What the server tells now and never again. It takes the focus: nobody may overlook it. */
export function ShownOnce({ title, text, onKept, children }: ShownOnceProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const [copied, setCopied] = useState<"copied" | "not copied" | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("copied");
    } catch {
      // Browsers lend the clipboard over https only, and not where somebody has forbidden it.
      setCopied("not copied");
    }
  };
  return (
    <section className="card-item" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{children}</p>
      <p className="instructions">
        <code dir="ltr">{text}</code>
      </p>
      <p className="page-actions">
        <Button look="main" onPress={() => void copy()}>
          {say("copy")}
        </Button>
        <Button onPress={onKept}>{say("it is kept")}</Button>
        <span role="status">{copied === null ? null : say(copied)}</span>
      </p>
    </section>
  );
}
