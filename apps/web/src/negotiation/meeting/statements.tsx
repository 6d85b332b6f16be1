import type { MeetingView, NegotiationView, StatementView } from "@compendium/contract";
import { DownloadLink } from "../../api/download-link.tsx";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, fileIn, TextField, textIn } from "../../design/form.tsx";
import { Nothing, Section } from "../../design/page.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { DelegationOptions } from "../../people/delegation-options.tsx";
import { useWords } from "../words.ts";

interface StatementsProps {
  readonly meeting: MeetingView;
  readonly view: NegotiationView;
}

/** The statements delivered at a meeting, each with its symbol, and where one attaches one's own. */
export function Statements({ meeting, view }: StatementsProps) {
  const say = useWords();
  const { statements, statementsFor } = meeting;
  return (
    <Section title={say("statements")}>
      {statements.length === 0 ? <Nothing>{say("no statements")}</Nothing> : null}
      <ul className="rows">
        {statements.map((statement) => (
          <StatementItem key={statement.id} meeting={meeting} statement={statement} />
        ))}
      </ul>
      {statementsFor.length === 0 ? null : <AttachStatement meeting={meeting} view={view} />}
    </Section>
  );
}

function StatementItem({ meeting, statement }: { readonly meeting: MeetingView; readonly statement: StatementView }) {
  const say = useWords();
  const remove = useAct("removeStatement");
  const { id, delegation, symbol, item, file, may } = statement;
  return (
    <li className="row-item">
      <span className="row-main">
        <bdi className="codes">{delegation ?? say("chair")}</bdi>{" "}
        <DownloadLink operation="downloadStatement" input={{ meeting: meeting.id, statement: id }} file={file}>
          <bdi>{symbol === "" ? file.name : symbol}</bdi>
        </DownloadLink>
      </span>
      {item === null ? null : <bdi className="quiet">{meeting.agenda[item]?.title}</bdi>}
      {may.includes("remove") ? (
        <SureButton
          label={say("remove item")}
          explained={say("remove statement explained")}
          sure={say("remove sure")}
          cancel={say("cancel")}
          isDisabled={remove.isRunning}
          onPress={() => void remove.run({ meeting: meeting.id, statement: id })}
        />
      ) : null}
      <ProblemNote problem={remove.problem} />
    </li>
  );
}

function AttachStatement({ meeting, view }: StatementsProps) {
  const say = useWords();
  const add = useAct("addStatement");
  const { id, agenda, statementsFor } = meeting;
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const file = fileIn(values, "file");
    if (file === null) return;
    const [delegation, symbol, item] = ["delegation", "symbol", "item"].map((name) => textIn(values, name));
    const added = await add.run({
      meeting: id,
      name: file.name,
      ...(delegation ? { delegation } : {}),
      ...(symbol ? { symbol } : {}),
      ...(item ? { item: Number(item) } : {}),
      body: new Uint8Array(await file.arrayBuffer()),
    });
    if (added !== undefined) form.reset();
  };
  return (
    <details className="fold">
      <summary>{say("attach statement")}</summary>
      <Form onSubmit={(values, form) => void send(values, form)}>
        <TextField
          name="file"
          type="file"
          label={say("statement file")}
          hint={say("statement file explained")}
          required
        />
        <Field label={say("delegation")}>
          <select className="field" name="delegation">
            {statementsFor.includes(null) ? <option value="">{say("table as chair")}</option> : null}
            <DelegationOptions delegations={view.delegations.filter(({ code }) => statementsFor.includes(code))} />
          </select>
        </Field>
        <TextField name="symbol" label={say("symbol")} maxLength={60} placeholder="FSC.DEL/66/26" />
        <Field label={say("agenda item")}>
          <select className="field" name="item">
            <option value="">{say("meeting as such")}</option>
            {agenda.map(({ title }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: items have no names of their own
              <option key={i} value={i}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <Button type="submit" isDisabled={add.isRunning}>
          {say("attach it")}
        </Button>
        <ProblemNote problem={add.problem} />
      </Form>
    </details>
  );
}
