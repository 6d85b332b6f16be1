import type { MeetingFacts, MeetingView, NegotiationView } from "@compendium/contract";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Field, Form, TextField, textIn } from "../../design/form.tsx";
import { instantAt, timeZones, wallTime } from "../../design/zoned-time.ts";
import { AudienceField, audienceIn } from "../../people/audience-field.tsx";
import { isOpen } from "../progress.ts";
import { useWords } from "../words.ts";
import { AgendaField, agendaOf, newItem, type PlannedItem } from "./agenda-field.tsx";

interface MeetingFormProps {
  readonly view: NegotiationView;
  /** The meeting as it is planned; `null` for a new one. */
  readonly meeting: MeetingView | null;
  readonly submit: string;
  readonly isRunning: boolean;
  readonly onSubmit: (facts: MeetingFacts) => void;
}

/** What is said of a meeting, to be filled in. A new one takes everything that is not agreed, as one item. */
export function MeetingForm({ view, meeting, submit, isRunning, onSubmit }: MeetingFormProps) {
  const say = useWords();
  const { passages, delegations } = view;
  const [items, setItems] = useState<readonly PlannedItem[]>(() =>
    meeting === null
      ? [
          newItem(
            [],
            say("everything open"),
            passages.filter(isOpen).map(({ id }) => id),
          ),
        ]
      : meeting.agenda.map((item, i) => ({ key: i, title: item.title, passages: new Set(item.passages) })),
  );
  const zone = meeting?.timeZone ?? view.round.timeZone;
  const send = (values: FormData): void => {
    const timeZone = textIn(values, "timeZone");
    onSubmit({
      title: textIn(values, "title"),
      startsAt: instantAt(textIn(values, "startsAt"), timeZone),
      timeZone,
      venue: textIn(values, "venue"),
      agenda: agendaOf(items, passages),
      participants: audienceIn(values) ?? delegations.map(({ code }) => code),
    });
  };
  return (
    <Form onSubmit={send}>
      <TextField
        name="title"
        label={say("meeting title")}
        defaultValue={meeting?.title}
        required
        maxLength={200}
        dir="auto"
      />
      <div className="form-pair">
        <TextField
          name="startsAt"
          type="datetime-local"
          label={say("starts at")}
          defaultValue={meeting === null ? "" : wallTime(meeting.startsAt, zone)}
          required
        />
        <Field label={say("time zone")}>
          <select className="field" name="timeZone" defaultValue={zone}>
            {timeZones().map((each) => (
              <option key={each} value={each}>
                {each.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <TextField name="venue" label={say("venue")} defaultValue={meeting?.venue} maxLength={500} dir="auto" />
      <AgendaField passages={passages} items={items} onChange={setItems} />
      <AudienceField
        label={say("participants")}
        noneMeans={say("participants explained")}
        delegations={delegations}
        chosen={meeting === null || meeting.participants.length === delegations.length ? null : meeting.participants}
      />
      <Button type="submit" look="main" isDisabled={isRunning}>
        {submit}
      </Button>
    </Form>
  );
}
