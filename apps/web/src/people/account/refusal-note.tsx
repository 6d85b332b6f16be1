import type { Refusal } from "./account.ts";
import { useWords } from "./words.ts";

/** Says near the action why it was not done, and what to do. Shows nothing for `null`. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }) {
  const say = useWords();
  if (refusal === null) return null;
  return (
    <div className="problem" role="alert">
      <p>{say(`account ${refusal}`)}</p>
      {refusal === "not fresh" || refusal === "signed out" ? (
        <p>
          <a href="/sign-in?back=%2Faccount">{say("sign in")}</a>
        </p>
      ) : null}
    </div>
  );
}
