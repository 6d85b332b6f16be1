import type { ReceiptEntry } from "@compendium/engine";
import { useLingui } from "@lingui/react";
import { Hash } from "../design/hash.tsx";
import { Notices } from "./notices.tsx";
import { useWords } from "./words.ts";

/** What was recorded from a submission, and whether it was proved equal to the file. */
export function ReceiptView({ receipt }: { readonly receipt: ReceiptEntry }) {
  const say = useWords();
  const { i18n } = useLingui();
  const { counts, proof, file, likeness, notCarried, notices } = receipt;
  const kinds = ["insertions", "deletions", "replacements", "moves", "formatting", "comments"] as const;
  const present = kinds.filter((kind) => counts[kind] > 0);
  return (
    <div className="receipt">
      <ul className="facts">
        {present.length === 0 ? <li>{say("no changes")}</li> : null}
        {present.map((kind) => (
          <li key={kind}>{say(kind, { count: counts[kind] })}</li>
        ))}
        {counts.untracked > 0 ? <li>{say("of these untracked", { count: counts.untracked })}</li> : null}
      </ul>
      <p className={proof.holds ? "proof" : "proof proof-fails"}>
        <span aria-hidden="true">{proof.holds ? "✓" : "✗"}</span>{" "}
        {proof.holds
          ? say("proof holds", { tokens: i18n.number(proof.tokens) })
          : say("proof fails", { place: proof.firstDifference ?? "" })}
      </p>
      <ul className="facts quiet">
        <li>{say("likeness", { percent: i18n.number(likeness, { style: "percent", maximumFractionDigits: 1 }) })}</li>
        <li>
          SHA-256 <Hash value={file.sha256} />
        </li>
        <li>{say("kilobytes", { count: i18n.number(Math.ceil(file.bytes / 1000)) })}</li>
      </ul>
      {notCarried.length > 0 ? (
        <>
          <p className="not-carried">{say("not carried", { count: notCarried.length })}</p>
          <ul lang="en" dir="ltr" className="notices">
            {notCarried.map(({ what, reason, citation }, i) => {
              // The same word can be struck twice.
              const key = i;
              return (
                <li key={key}>
                  {citation === undefined ? null : `${citation}: `}“{what.trim()}”. {reason}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <Notices notices={notices} />
    </div>
  );
}
