import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperation } from "../../api/use-operation.ts";
import { Button } from "../../design/button.tsx";
import { Form, TextField, textIn } from "../../design/form.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { Day } from "../../design/moment.tsx";
import { Section } from "../../design/page.tsx";
import { ShownOnce } from "../shown-once.tsx";
import { useWords } from "./words.ts";

/** What programs of one's own sign in with, such as the command line. */
export function AccessTokens() {
  const say = useWords();
  const tokens = useOperation("listTokens", {});
  const revoke = useAct("revokeToken");
  return (
    <Section title={say("access tokens")}>
      <p>{say("access tokens explained")}</p>
      {tokens.length === 0 ? <p className="quiet">{say("no tokens")}</p> : null}
      <ul className="rows">
        {tokens.map(({ id, name, expiresAt, lastUsedAt }) => (
          <li key={id} className="row-item">
            <span className="row-main">
              <bdi>{name}</bdi>
            </span>
            <span className="quiet">
              {lastUsedAt === null ? (
                say("never used")
              ) : (
                <>
                  {say("last used")} <Day at={lastUsedAt} />
                </>
              )}
            </span>
            <span className="quiet">
              {say("token good until")} <Day at={expiresAt} />
            </span>
            <Button look="plain" isDisabled={revoke.isRunning} onPress={() => void revoke.run({ token: id })}>
              {say("revoke token")}
              <Hidden> {name}</Hidden>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={revoke.problem} />
      <NewToken />
    </Section>
  );
}

function NewToken() {
  const say = useWords();
  const create = useAct("createToken");
  const [made, setMade] = useState<string | null>(null);
  const make = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const body = { name: textIn(values, "name"), days: Number(textIn(values, "days")) };
    const answer = await create.run({ body });
    if (answer === undefined) return;
    form.reset();
    setMade(answer.token);
  };
  return (
    <>
      {made === null ? null : (
        <ShownOnce title={say("token made")} text={made} onKept={() => setMade(null)}>
          {say("token made explained")}
        </ShownOnce>
      )}
      <Form layout="row" onSubmit={(values, form) => void make(values, form)}>
        <TextField name="name" label={say("token name")} required maxLength={100} autoComplete="off" />
        <TextField name="days" type="number" label={say("token days")} min={1} max={366} defaultValue={90} required />
        <Button type="submit" isDisabled={create.isRunning}>
          {say("make token")}
        </Button>
      </Form>
      <ProblemNote problem={create.problem} />
    </>
  );
}
