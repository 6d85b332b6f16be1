import type { CompilationView, RoundView } from "@compendium/contract";
import { useOperation } from "../api/use-operation.ts";
import { nameOf } from "./round-list.tsx";
import { standing } from "./standing-submissions.ts";
import { useWords } from "./words.ts";

interface ChangedSinceProps {
  readonly round: RoundView;
  /** The newest one. */
  readonly compilation: CompilationView;
}

/** Whose submissions a compilation made now would have otherwise: admitted late, replaced, withdrawn or taken back since. */
export function ChangedSince({ round, compilation }: ChangedSinceProps) {
  const say = useWords();
  const submissions = useOperation("listSubmissions", { round: round.id });
  const now = new Map(standing(submissions).map(({ id, delegation }) => [id, delegation.code]));
  const then = new Map(compilation.submissions.map(({ submission, delegation }) => [submission, delegation]));
  const changed = [
    ...[...now].flatMap(([id, code]) => (then.has(id) ? [] : [code])),
    ...[...then].flatMap(([id, code]) => (now.has(id) ? [] : [code])),
  ];
  if (changed.length === 0) return null;
  const delegations = [...new Set(changed)].map((code) => nameOf(round, code)).join(", ");
  return (
    <p className="illustrative-line">{say("changed since compilation", { number: compilation.number, delegations })}</p>
  );
}
