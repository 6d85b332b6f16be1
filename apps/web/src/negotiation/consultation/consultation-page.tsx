import type { BilateralView, NegotiationView } from "@compendium/contract";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { useOperation } from "../../api/use-operation.ts";
import { Button } from "../../design/button.tsx";
import { Field, Form, TextArea, textIn } from "../../design/form.tsx";
import { Moment } from "../../design/moment.tsx";
import { Nothing, Page, Section } from "../../design/page.tsx";
import { SureButton } from "../../design/sure-button.tsx";
import { NegotiationLinks } from "../negotiation-links.tsx";
import { Wordings } from "../wordings.tsx";
import { useWords } from "../words.ts";
import { membersOf } from "./members.ts";

/** One consultation: its passages, what was said, and what one can say. Only those who take part come here. */
export function ConsultationPage({ bilateral: id }: { readonly bilateral: string }) {
  const say = useWords();
  const consultation = useOperation("readBilateral", { bilateral: id });
  const view = useOperation("readNegotiation", { compilation: consultation.compilation });
  const close = useAct("closeBilateral");
  const { title, passages, notes, openedAt, closedAt, may } = consultation;
  const taken = view.passages.filter((each) => passages.includes(each.id));
  return (
    <Page
      title={title}
      above={<NegotiationLinks view={view} among="consultations" />}
      about={
        <>
          <p>
            {say("taking part")}: <bdi className="codes">{membersOf(consultation, say("chair")).join(" ")}</bdi> ·{" "}
            <Moment at={openedAt} />
          </p>
          <p>{say("seen by those only")}</p>
        </>
      }
      actions={
        may.includes("close") ? (
          <SureButton
            label={say("close consultation")}
            explained={say("close consultation explained")}
            sure={say("close sure")}
            cancel={say("cancel")}
            look="framed"
            isDisabled={close.isRunning}
            onPress={() => void close.run({ bilateral: id })}
          />
        ) : undefined
      }
    >
      <ProblemNote problem={close.problem} />
      {closedAt === null ? null : (
        <p role="status">
          {say("consultation closed")}: <Moment at={closedAt} />
        </p>
      )}
      {taken.map((passage) => (
        <article key={passage.id} className="version">
          <h2>
            <bdi>{passage.citation}</bdi>
          </h2>
          <Wordings view={view} passage={passage} />
        </article>
      ))}
      <Section title={say("said there")}>
        {notes.length === 0 ? <Nothing>{say("nothing said")}</Nothing> : null}
        <ol className="versions">
          {notes.map((note) => (
            <NoteItem key={note.id} consultation={consultation} view={view} note={note} />
          ))}
        </ol>
        {may.includes("speak") ? <Speak consultation={consultation} view={view} /> : null}
      </Section>
    </Page>
  );
}

interface ConsultationProps {
  readonly consultation: BilateralView;
  readonly view: NegotiationView;
}

function NoteItem({ consultation, view, note }: ConsultationProps & { readonly note: BilateralView["notes"][number] }) {
  const say = useWords();
  const promote = useAct("promoteWording");
  const { id, speaker, passage, kind, words, at, tabled } = note;
  return (
    <li className="version">
      <p className="facts">
        <strong>{speaker === null ? say("chair") : <bdi>{speaker}</bdi>}</strong>
        <span className="quiet">
          {say(kind)} <bdi>{view.passages.find((each) => each.id === passage)?.citation}</bdi> · <Moment at={at} />
        </span>
      </p>
      <p className="wording-text" dir="auto" lang="und">
        {words}
      </p>
      {tabled === null ? null : <p className="quiet">{say("promoted")}</p>}
      {kind === "wording" && passage !== null && tabled === null && consultation.may.includes("promote") ? (
        <SureButton
          label={say("promote")}
          explained={say("promote explained")}
          sure={say("table it")}
          cancel={say("cancel")}
          look="framed"
          isDisabled={promote.isRunning}
          onPress={() => void promote.run({ bilateral: consultation.id, note: id })}
        />
      ) : null}
      <ProblemNote problem={promote.problem} />
    </li>
  );
}

function Speak({ consultation, view }: ConsultationProps) {
  const say = useWords();
  const add = useAct("addBilateralNote");
  const { id, mine, passages } = consultation;
  const send = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    const passage = textIn(values, "passage") || null;
    const added = await add.run({
      bilateral: id,
      body: {
        speaker: textIn(values, "speaker") || null,
        passage,
        kind: values.get("wording") === "on" ? "wording" : "note",
        words: textIn(values, "words"),
      },
    });
    if (added !== undefined) form.reset();
  };
  return (
    <Form onSubmit={(values, form) => void send(values, form)}>
      <div className="form-pair">
        <Field label={say("speaking as")}>
          <select className="field" name="speaker">
            {mine.map((speaker) => (
              <option key={speaker ?? ""} value={speaker ?? ""}>
                {speaker ?? say("table as chair")}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say("passage")}>
          <select className="field" name="passage" defaultValue={passages.length === 1 ? passages[0] : ""}>
            <option value="">{say("no passage")}</option>
            {view.passages
              .filter((each) => passages.length === 0 || passages.includes(each.id))
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.citation}
                </option>
              ))}
          </select>
        </Field>
      </div>
      <TextArea name="words" label={say("your words")} rows={4} required maxLength={20_000} />
      <label className="tick">
        <input type="checkbox" name="wording" /> {say("as wording")}
      </label>
      <Button type="submit" look="main" isDisabled={add.isRunning}>
        {say("say it there")}
      </Button>
      <ProblemNote problem={add.problem} />
    </Form>
  );
}
