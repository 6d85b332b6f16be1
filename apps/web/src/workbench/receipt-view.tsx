import type { ReceiptEntry } from "@compendium/engine";
import { useLingui } from "@lingui/react";
import { Notices } from "./notices.tsx";
import { useWords } from "./words.ts";

/** Of a SHA-256, in hexadecimal digits: enough to hold two files apart by eye. The whole is in the tip. */
const HASH_SHOWN = 12;

/** What was recorded from a submission, and whether it was proved equal to the file. */
export function ReceiptView({ receipt }: { readonly receipt: ReceiptEntry }) {
  const say = useWords();
  const { i18n } = useLingui();
  const { counts, proof, file, likeness, notCarried, notices } = receipt;
  const kinds = ["insertions", "deletions", "replacements", "moves", "formatting", "comments"] as const;
  const present = kinds.filter((kind) => counts[kind] > 0);
  return (
    <div className="receipt">
      <p>
        {present.length === 0 ? say("no changes") : present.map((kind) => say(kind, { count: counts[kind] })).join(" · ")}
        {counts.untracked > 0 ? ` · ${say("of these untracked", { count: counts.untracked })}` : null}
      </p>
      <p className={proof.holds ? "proof" : "proof proof-fails"}>
        <span aria-hidden="true">{proof.holds ? "✓" : "✗"}</span>{" "}
        {proof.holds
          ? say("proof holds", { tokens: i18n.number(proof.tokens) })
          : say("proof fails", { place: proof.firstDifference ?? "" })}
      </p>
      <p className="quiet">
        {say("likeness", { percent: i18n.number(likeness, { style: "percent", maximumFractionDigits: 1 }) })} ·{" "}
        <abbr title={file.sha256}>SHA-256</abbr> <bdi className="hash">{file.sha256.slice(0, HASH_SHOWN)}…</bdi> ·{" "}
        {say("kilobytes", { count: i18n.number(Math.ceil(file.bytes / 1000)) })}
      </p>
      {notCarried.length > 0 ? (
        <>
          <p className="proof-fails">{say("not carried", { count: notCarried.length })}</p>
          <ul lang="en" className="notices" dir="auto">
            {notCarried.map(({ what, reason }) => (
              <li key={`${what} ${reason}`}>
                {what}: {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Notices notices={notices} />
    </div>
  );
}
