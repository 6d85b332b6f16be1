import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { type Apart, apartFrom } from "./apart.ts";
import { useApartWords } from "./use-apart-words.ts";
import { useWords } from "./words.ts";

interface DecideAlikeProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
}

/**
 * For who holds the pen: what was decided at one end of a move, or in one row of a column, is decided at the others by one
 * press.
 */
export function DecideAlike({ view, passage }: DecideAlikeProps) {
  const say = useWords();
  const sayApart = useApartWords();
  const record = useAct("recordDecision");
  if (!view.may.includes("decide")) return null;
  const decide = async ({ others }: Apart): Promise<void> => {
    for (const { passage: other, ruling } of others) {
      const body = { passage: other.id, ruling, after: other.decision?.id ?? null };
      if ((await record.run({ compilation: view.compilation, body })) === undefined) return;
    }
  };
  return (
    <div role="status">
      {apartFrom(view, passage).map((apart) => (
        <p key={apart.what}>
          {sayApart(apart)}{" "}
          <Button isDisabled={record.isRunning} onPress={() => void decide(apart)}>
            {say(`alike ${apart.what}`)}
          </Button>
        </p>
      ))}
      <ProblemNote problem={record.problem} />
    </div>
  );
}
