import type { BilateralView, NegotiationView } from "@compendium/contract";
import { Link, useNavigate } from "react-router";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperation } from "../../api/use-operation.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, TextField, textIn } from "../../design/form.tsx";
import { Moment } from "../../design/moment.tsx";
import { Nothing, Page } from "../../design/page.tsx";
import { AudienceField, audienceIn } from "../../people/audience-field.tsx";
import { DelegationOptions } from "../../people/delegation-options.tsx";
import { NegotiationLinks } from "../negotiation-links.tsx";
import { ownDelegations } from "../own-delegations.ts";
import { useWords } from "../words.ts";
import { membersOf } from "./members.ts";

/** The consultations in which the reader takes part, and where one is opened. Of all others nothing is to be seen. */
export function ConsultationsPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const view = useOperation("readNegotiation", { compilation });
  const consultations = useOperation("listBilaterals", { compilation });
  const mayOpen = view.mine.length > 0 || view.may.includes("consult as the chair");
  return (
    <Page
      title={say("consultations title", { text: view.text.title })}
      above={<NegotiationLinks view={view} />}
      about={<p>{say("consultations explained")}</p>}
    >
      {consultations.length === 0 ? <Nothing>{say("no consultations")}</Nothing> : null}
      <ul className="rows">
        {consultations.map((consultation) => (
          <ConsultationItem key={consultation.id} consultation={consultation} />
        ))}
      </ul>
      {mayOpen ? <OpenConsultation view={view} /> : null}
    </Page>
  );
}

function ConsultationItem({ consultation }: { readonly consultation: BilateralView }) {
  const say = useWords();
  const { id, title, openedAt, closedAt } = consultation;
  return (
    <li className="row-item">
      <span className="row-main">
        <Link to={`/bilaterals/${id}`}>
          <bdi>{title}</bdi>
        </Link>{" "}
        {closedAt === null ? null : <span className="state">{say("consultation closed")}</span>}
      </span>
      <bdi className="codes">{membersOf(consultation, say("chair")).join(" ")}</bdi>
      <span className="quiet">
        <Moment at={openedAt} />
      </span>
    </li>
  );
}

function OpenConsultation({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const navigate = useNavigate();
  const open = useAct("openBilateral");
  const { compilation, passages, delegations, may } = view;
  const isChair = may.includes("consult as the chair");
  const send = async (values: FormData): Promise<void> => {
    const opened = await open.run({
      compilation,
      body: {
        title: textIn(values, "title"),
        speaker: textIn(values, "speaker") || null,
        with: audienceIn(values) ?? [],
        withChair: values.get("withChair") === "on",
        passages: values.getAll("passage").map(String),
      },
    });
    if (opened !== undefined) await navigate(`/bilaterals/${opened.id}`);
  };
  return (
    <details className="fold">
      <summary>{say("open consultation")}</summary>
      <Form onSubmit={(values) => void send(values)}>
        <TextField name="title" label={say("consultation about")} required maxLength={200} dir="auto" />
        <Field label={say("speaking as")}>
          <select className="field" name="speaker">
            {isChair ? <option value="">{say("table as chair")}</option> : null}
            <DelegationOptions delegations={ownDelegations(view)} />
          </select>
        </Field>
        <AudienceField
          label={say("consult with these")}
          noneMeans={say("consult with explained")}
          delegations={delegations}
          chosen={null}
        />
        {isChair ? null : (
          <label className="tick">
            <input type="checkbox" name="withChair" /> {say("take in chair")}
          </label>
        )}
        <details className="fold">
          <summary>{say("passages consulted on")}</summary>
          <ul className="ticks">
            {passages.map(({ id, citation }) => (
              <li key={id}>
                <label className="tick">
                  <input type="checkbox" name="passage" value={id} /> <bdi>{citation}</bdi>
                </label>
              </li>
            ))}
          </ul>
        </details>
        <Button type="submit" look="main" isDisabled={open.isRunning}>
          {say("open it")}
        </Button>
        <ProblemNote problem={open.problem} />
      </Form>
    </details>
  );
}
