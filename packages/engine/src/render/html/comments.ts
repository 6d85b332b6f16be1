import { type CommentThread, threadsOf } from "../comment-threads.ts";
import type { CommentEntry } from "../compilation-document.ts";
import { type Html, html, spoken } from "./markup.ts";

/** The threads of comments on one story, each with its number in the page. */
export class StoryComments {
  readonly #waiting: NumberedThread[];
  readonly #linked = new Set<number>();

  constructor(threads: readonly NumberedThread[]) {
    this.#waiting = threads.toSorted((x, y) => x.thread.comment.from - y.thread.comment.from || x.number - y.number);
  }

  /** Links to the comments that begin before base token `at` and were not linked yet. */
  linksBefore(at: number): Html[] {
    return this.#waiting
      .filter(({ thread, number }) => thread.comment.from <= at && !this.#linked.has(number))
      .map(({ thread, number }) => {
        this.#linked.add(number);
        const { delegation } = thread.comment;
        return html`<a class="comment-link" id="comment-${number}-place" href="#comment-${number}">[comment ${number}, ${delegation}]</a> `;
      });
  }

  /** The comments that begin before base token `end`, each once. */
  take(end: number): Html[] {
    const due = this.#waiting.filter(({ thread }) => thread.comment.from < end);
    this.#waiting.splice(0, due.length);
    return due.map(({ thread, number }) => {
      // Where no word could carry the link, the comment itself is the place.
      const place = this.#linked.has(number) ? null : html`<span id="comment-${number}-place"></span>`;
      return html`${place}${aside(thread, number)}`;
    });
  }
}

export interface NumberedThread {
  readonly thread: CommentThread;
  readonly number: number;
}

/** All comments as threads, numbered from 1 in their order. */
export function numberThreads(comments: readonly CommentEntry[]): NumberedThread[] {
  return threadsOf(comments).map((thread, i) => ({ thread, number: i + 1 }));
}

function aside(thread: CommentThread, number: number): Html {
  const { delegation, about } = thread.comment;
  return html`<aside class="comment" role="note" id="comment-${number}" aria-label="Comment ${number} by ${delegation}">
<p><strong>Comment ${number}</strong>${about.trim() === "" ? null : html` on “${about.trim()}”`}
<a class="back" href="#comment-${number}-place">Back${spoken(` to the place of comment ${number}`)}</a></p>
${entry(thread)}
</aside>`;
}

function entry({ comment, answers }: CommentThread): Html {
  const { delegation, author = "", paragraphs, resolved } = comment;
  const [first = "", ...others] = paragraphs;
  return html`<p><strong>${delegation}${author === "" ? "" : ` (${author})`}:</strong> ${first}</p>${others.map(
    (text) => html`<p>${text}</p>`,
  )}${resolved ? html`<p class="note">Resolved.</p>` : null}${
    answers.length === 0 ? null : html`<ul>${answers.map((answer) => html`<li>${entry(answer)}</li>`)}</ul>`
  }`;
}
