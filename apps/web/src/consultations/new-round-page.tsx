import { Link, useNavigate } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Field, Form, textIn } from "../design/form.tsx";
import { useHydrated } from "../design/hydrated.ts";
import { Nothing, Page } from "../design/page.tsx";
import { RoundFields, roundFactsIn } from "./round-fields.tsx";
import { useWords } from "./words.ts";

/** Opens a round on a draft: whom it asks, and until when. */
export function NewRoundPage({ text }: { readonly text: string }) {
  const say = useWords();
  const navigate = useNavigate();
  const { title, drafts, workspace } = useOperation("readText", { text });
  const delegations = useOperation("listDelegations", { workspace });
  const create = useAct("createRound");
  // The reader's own time zone is what the form begins with, and the server does not know it.
  const isHydrated = useHydrated();
  const open = async (values: FormData): Promise<void> => {
    const made = await create.run({ draft: textIn(values, "draft"), body: roundFactsIn(values) });
    if (made !== undefined) await navigate(`/rounds/${made.id}`);
  };
  return (
    <Page
      title={say("new round")}
      tab={`${say("new round")} · ${title}`}
      above={
        <Link to={`/texts/${text}`}>
          <bdi>{title}</bdi>
        </Link>
      }
    >
      {drafts.length === 0 ? <Nothing>{say("no draft to ask about")}</Nothing> : null}
      {drafts.length > 0 && isHydrated ? (
        <Form onSubmit={(values) => void open(values)}>
          <Field label={say("draft asked about")}>
            <select className="field" name="draft">
              {drafts.map(({ id, number, symbol }) => (
                <option key={id} value={id}>
                  {say("draft number", { number })} {symbol}
                </option>
              ))}
            </select>
          </Field>
          <RoundFields round={null} delegations={delegations} />
          <p className="quiet">{say("announced by e-mail")}</p>
          <Button type="submit" look="main" isDisabled={create.isRunning}>
            {say("open round")}
          </Button>
          <ProblemNote problem={create.problem} />
        </Form>
      ) : null}
    </Page>
  );
}
