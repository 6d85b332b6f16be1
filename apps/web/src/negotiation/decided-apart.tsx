import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { apartFrom } from "./apart.ts";
import { useApartWords } from "./use-apart-words.ts";
import { useWords } from "./words.ts";

/** Passages that are decided otherwise than what belongs to them: to be looked at before the next draft. */
export function DecidedApart({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const sayApart = useApartWords();
  // Each row of a column that agrees with the first says the same as that.
  const apart = new Map<string, NegotiatedPassage>();
  for (const passage of view.passages.toReversed()) {
    for (const each of apartFrom(view, passage)) apart.set(sayApart(each), passage);
  }
  if (apart.size === 0) return null;
  return (
    <section aria-label={say("decided apart")}>
      <h3 className="card-label">{say("decided apart")}</h3>
      <dl className="pairs">
        {[...apart].toReversed().map(([words, passage]) => (
          <div key={words} className="pairs-more">
            <dt>
              <a href={`#${passage.id}`}>
                <bdi>{passage.citation}</bdi>
              </a>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
