import type { CommentEntry } from "@compendium/engine";
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import { useWords } from "./words.ts";

/** Comments shown at once; a place with more has a button for the rest. */
const SHOWN_AT_ONCE = 20;

/** The comments at one place, each with its answers after it. */
export function Comments({ comments }: { readonly comments: readonly CommentEntry[] }) {
  const say = useWords();
  const [areAllShown, setAllShown] = useState(comments.length <= SHOWN_AT_ONCE);
  if (comments.length === 0) return null;
  const ids = new Set(comments.map(({ id }) => id));
  return (
    <section className="comments">
      <h3 className="card-label">{say("comments", { count: comments.length })}</h3>
      {(areAllShown ? comments : comments.slice(0, SHOWN_AT_ONCE)).map((comment) => (
        <CommentView key={comment.id} comment={comment} isAnswer={comment.parent !== null && ids.has(comment.parent)} />
      ))}
      {areAllShown ? null : <Button onPress={() => setAllShown(true)}>{say("all comments")}</Button>}
    </section>
  );
}

function CommentView({ comment, isAnswer }: { readonly comment: CommentEntry; readonly isAnswer: boolean }) {
  const say = useWords();
  const { i18n } = useLingui();
  const nameOf = useDelegationName();
  const { delegation, about, paragraphs, resolved, date } = comment;
  return (
    <article className={isAnswer ? "comment comment-answer" : "comment"}>
      <p className="comment-head">
        <bdi className="codes">{delegation}</bdi> <bdi>{nameOf(delegation)}</bdi>
        {isAnswer ? ` · ${say("answer")}` : null}
        {resolved ? ` · ${say("resolved")}` : null}
        {date === null ? null : (
          <time dateTime={date}> · {i18n.date(new Date(date), { dateStyle: "medium", timeZone: "UTC" })}</time>
        )}
      </p>
      {about === "" || isAnswer ? null : (
        <p className="comment-about" dir="auto">
          “{about.trim()}”
        </p>
      )}
      {paragraphs.map((text, i) => {
        const key = i;
        return (
          <p key={key} dir="auto">
            {text}
          </p>
        );
      })}
    </article>
  );
}
