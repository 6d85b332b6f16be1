import type { NegotiationView } from "@compendium/contract";
import { otherEndsOf } from "./moves.ts";
import { useWords } from "./words.ts";

/** Passages that are decided otherwise than the other ends of what is moved: to be looked at before the next draft. */
export function DecidedApart({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const apart = view.passages.flatMap((passage) =>
    otherEndsOf(view, passage).map(({ passage: end }) => ({ passage, end })),
  );
  if (apart.length === 0) return null;
  return (
    <section aria-label={say("decided apart")}>
      <h3 className="card-label">{say("decided apart")}</h3>
      <dl className="pairs">
        {apart.map(({ passage, end }) => (
          <div key={`${passage.id} ${end.id}`} className="pairs-more">
            <dt>
              <a href={`#${passage.id}`}>
                <bdi>{passage.citation}</bdi>
              </a>
            </dt>
            <dd>{say("other end open", { place: end.citation })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
