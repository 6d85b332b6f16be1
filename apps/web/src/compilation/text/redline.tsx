import type { RedlineEntry } from "@compendium/engine";
import { Fragment } from "react";
import { Hidden } from "../../design/hidden.tsx";
import { useWords } from "../words.ts";

interface RedlineProps {
  readonly redline: readonly RedlineEntry[];
  /** Codes of the delegations whose wording it is; they are spoken, not shown. */
  readonly codes: readonly string[];
  /** The wording is of table cells: one line, with a stroke between cells. */
  readonly isOfCells?: boolean;
}

/** A wording told as what is kept, deleted and inserted; a screen reader speaks the same. */
export function Redline({ redline, codes, isOfCells = false }: RedlineProps) {
  const say = useWords();
  const by = codes.join(", ");
  return redline.map(({ kind, text }, i) => {
    // The entries of one redline never change their order.
    const key = i;
    if (kind === "kept") return <Lines key={key} text={text} isOfCells={isOfCells} />;
    // The space after a word belongs to it, but a line under or through it is ugly.
    const words = text.replace(/ +$/, "");
    const Change = kind === "deleted" ? "del" : "ins";
    return (
      <Fragment key={key}>
        <Change>
          <Hidden> {say(kind === "deleted" ? "deleted by" : "inserted by", { by })} </Hidden>
          <Lines text={words === "" ? text : words} isOfCells={isOfCells} />
          <Hidden> {say(kind === "deleted" ? "end of deletion" : "end of insertion")} </Hidden>
        </Change>
        {words === "" ? null : text.slice(words.length)}
      </Fragment>
    );
  });
}

/** Text of one or more paragraphs: the end of each is shown, for it can be what is proposed. */
function Lines({ text, isOfCells }: { readonly text: string; readonly isOfCells: boolean }) {
  const say = useWords();
  if (isOfCells) return text.replace(/\n+$/, "").split("\n").join(" | ");
  const lines = text.split("\n");
  return lines.map((line, i) => {
    const key = i;
    if (i === lines.length - 1) return <Fragment key={key}>{line}</Fragment>;
    return (
      <Fragment key={key}>
        {line}
        <span aria-hidden="true" className="pilcrow">
          ¶
        </span>
        <Hidden> {say("end of paragraph")} </Hidden>
        {i < lines.length - 2 || lines.at(-1) !== "" ? <br /> : null}
      </Fragment>
    );
  });
}
