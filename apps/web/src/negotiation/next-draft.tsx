import type { NegotiationView } from "@compendium/contract";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { Section } from "../design/page.tsx";
import { MakeNextDraft } from "./make-next-draft.tsx";
import { useWords } from "./words.ts";

/** The next draft: for the secretariat, how it is to be made; once it is there, the way to it. */
export function NextDraft({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const { compilation, nextDraft, carriedRound, may } = view;
  if (nextDraft === null) return may.includes("make the next draft") ? <MakeNextDraft view={view} /> : null;
  return (
    <Section title={say("next draft")}>
      <p role="status">{say("next draft made")}</p>
      <ul className="links">
        <li>
          <Link to={`/drafts/${nextDraft}`}>{say("to next draft")}</Link>
        </li>
        <li>
          <DownloadLink operation="downloadDraft" input={{ draft: nextDraft }}>
            {say("next draft clean")}
          </DownloadLink>
        </li>
        <li>
          <DownloadLink operation="downloadTrackedDraft" input={{ draft: nextDraft }}>
            {say("next draft tracked")}
          </DownloadLink>
        </li>
        {carriedRound === null ? null : (
          <li>
            <Link to={`/rounds/${carriedRound}`}>{say("to carried")}</Link>
          </li>
        )}
        <li>
          <Link to={`/compilations/${compilation}/outcomes`}>{say("to outcomes")}</Link>
        </li>
      </ul>
    </Section>
  );
}
