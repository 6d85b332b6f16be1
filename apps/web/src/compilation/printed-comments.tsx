import type { CompilationDocument } from "@compendium/engine";
import { useDelegationName } from "./delegation-names.tsx";
import { usePrinting } from "./text/use-printing.ts";
import { useWords } from "./words.ts";

/** On paper nothing opens at a press: comments and receipts stand after the text. */
export function PrintedComments({ compilation }: { readonly compilation: CompilationDocument }) {
  const say = useWords();
  const nameOf = useDelegationName();
  if (!usePrinting()) return null;
  return (
    <section className="printed-end">
      <h2>{say("comments", { count: compilation.comments.length })}</h2>
      <ol>
        {compilation.comments.map(({ id, delegation, citation, about, paragraphs }) => (
          <li key={id}>
            <strong>
              {delegation} {nameOf(delegation)}
            </strong>{" "}
            <span dir="auto">{citation}</span> {about === "" ? null : <q dir="auto">{about.trim()}</q>}
            <p dir="auto">{paragraphs.join(" / ")}</p>
          </li>
        ))}
      </ol>
      <h2>{say("files")}</h2>
      <ol>
        {compilation.receipts.map(({ delegation, file, proof }) => (
          <li key={delegation}>
            <strong>
              {delegation} {nameOf(delegation)}
            </strong>{" "}
            <bdi>{file.name}</bdi> · SHA-256 <bdi>{file.sha256}</bdi> ·{" "}
            {proof.holds
              ? say("proof holds", { tokens: proof.tokens })
              : say("proof fails", { place: proof.firstDifference ?? "" })}
          </li>
        ))}
      </ol>
    </section>
  );
}
