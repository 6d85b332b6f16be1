import type { SubmissionView } from "@compendium/contract";
import { Moment } from "../design/moment.tsx";
import { useWords } from "./words.ts";

/** Where a submission came from: by which channel, when, and who submitted or entered it. */
export function Whence({
  channel,
  receivedAt,
  submittedBy,
}: Pick<SubmissionView, "channel" | "receivedAt" | "submittedBy">) {
  const say = useWords();
  const how = { web: "submitted", "e-mail": "arrived by e-mail", "draft before": "carried from draft" } as const;
  return (
    <>
      <span>
        {say(how[channel])} <Moment at={receivedAt} />
      </span>
      <span>
        {say(channel === "e-mail" ? "entered by" : "submitted by")} <bdi>{submittedBy}</bdi>
      </span>
    </>
  );
}
