import type { NegotiatedPassage, PositionView } from "@compendium/contract";
import { letterOf } from "./letter-of.ts";
import { useWords } from "./words.ts";

interface PositionsProps {
  readonly passage: NegotiatedPassage;
  readonly positions: readonly PositionView[];
}

/** What delegations say of a passage and its wordings; what they said before is left out. */
export function Positions({ passage, positions }: PositionsProps) {
  const say = useWords();
  const holding = positions.filter(({ holds }) => holds);
  const on = ({ about }: PositionView): string => {
    if (about.kind === "proposal") return say("on wording", { number: about.proposal + 1 });
    if (about.kind === "passage") return say("on passage");
    return say("on tabled", { letter: letterOf(passage.tabled.findIndex(({ id }) => id === about.tabled)) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and there are many passages
    <div role="group" aria-label={`${say("positions")}: ${passage.citation}`}>
      {holding.length === 0 ? (
        <p className="quiet">{say("no positions")}</p>
      ) : (
        <ul className="names">
          {holding.map((position) => (
            <li key={position.id}>
              <bdi className="codes">{position.delegation}</bdi>
              {position.onBehalfOf.length === 0 ? null : <bdi> (+ {position.onBehalfOf.join(" ")})</bdi>}
              {position.inAlignment.length === 0 ? null : (
                <span className="quiet"> ({say("aligned", { delegations: position.inAlignment.join(" ") })})</span>
              )}{" "}
              <strong>{say(position.stance)}</strong> <span className="quiet">({on(position)})</span>
              {position.reason === "" ? null : (
                <>
                  {": "}
                  {position.reason === null ? <i>{say("reason withheld")}</i> : <bdi>{position.reason}</bdi>}
                </>
              )}
              <ReadBy position={position} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Who may read it, told to the delegation itself; to others where it is not everybody. */
function ReadBy({
  position: { readership, reason, reasonReadership },
}: {
  readonly position: Pick<PositionView, "readership" | "reason" | "reasonReadership">;
}) {
  const say = useWords();
  if (readership === "audience" && reasonReadership === null) return null;
  return (
    <span className="quiet">
      {" "}
      · {say(`for ${readership}`)}
      {reason === "" || reasonReadership === null || reasonReadership === readership
        ? null
        : `; ${say("reason readership")}: ${say(`for ${reasonReadership}`)}`}
    </span>
  );
}
