import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperationLater } from "../api/use-operation.ts";
import { Section } from "../design/page.tsx";
import { goOn } from "./sign-in.ts";
import { useWords } from "./words.ts";

/** Invented persons of the illustrative workspace, as each of whom one can look around. */
export function DemonstrationPersons({ back }: { readonly back: string }) {
  const say = useWords();
  const { answer: persons = [], problem } = useOperationLater("listDemonstrationPersons", {});
  const enter = useAct("signInForDemonstration");
  const signInAs = async (person: string): Promise<void> => {
    if ((await enter.run({ body: { person } })) !== undefined) goOn(back);
  };
  return (
    <Section title={say("sign in as")}>
      <p>{say("sign in as explained")}</p>
      <ProblemNote problem={enter.problem ?? problem} />
      <ul className="persons">
        {persons.map(({ id, name, role, delegation }) => (
          <li key={id}>
            <button type="button" className="person" disabled={enter.isRunning} onClick={() => void signInAs(id)}>
              <bdi className="person-name">{name}</bdi>
              <span className="quiet">
                {say(`role ${role}`)}
                {delegation === null ? null : (
                  <>
                    {" · "}
                    <bdi>{delegation.name}</bdi>
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
