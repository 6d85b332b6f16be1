import type { DelegationView, RoundFacts, RoundView } from "@compendium/contract";
import { Field, TextArea, TextField, textIn } from "../design/form.tsx";
import { instantAt, timeZones, wallTime } from "../design/zoned-time.ts";
import { AudienceField, audienceIn } from "../people/audience-field.tsx";
import { useWords } from "./words.ts";

interface RoundFieldsProps {
  /** The round as it is; `null` for a new one. */
  readonly round: RoundView | null;
  readonly delegations: readonly DelegationView[];
}

/** What is said of a round, to be filled in. */
export function RoundFields({ round, delegations }: RoundFieldsProps) {
  const say = useWords();
  const zone = round?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <TextField
        name="title"
        label={say("round title")}
        defaultValue={round?.title}
        required
        maxLength={200}
        dir="auto"
      />
      <div className="form-pair">
        <TextField
          name="opensAt"
          type="datetime-local"
          label={say("opens at")}
          {...(round === null
            ? { hint: say("opens at once") }
            : { defaultValue: wallTime(round.opensAt, zone), required: true })}
        />
        <TextField
          name="closesAt"
          type="datetime-local"
          label={say("deadline")}
          hint={say("deadline explained")}
          defaultValue={round === null ? "" : wallTime(round.closesAt, zone)}
          required
        />
      </div>
      <Field label={say("time zone")} hint={say("time zone explained")}>
        <select className="field" name="timeZone" defaultValue={zone}>
          {timeZones().map((each) => (
            <option key={each} value={each}>
              {each.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </Field>
      <TextArea
        name="instructions"
        label={say("instructions")}
        hint={say("instructions explained")}
        defaultValue={round?.instructions}
        maxLength={10_000}
      />
      <TextField
        name="reminders"
        label={say("reminders")}
        hint={say("reminders explained")}
        defaultValue={(round?.reminders ?? [72, 24]).join(" ")}
        pattern="[0-9 ,;]*"
      />
      <AudienceField
        label={say("who is asked")}
        noneMeans={say("who is asked explained")}
        delegations={delegations}
        chosen={round?.audience ?? null}
      />
    </>
  );
}

export function roundFactsIn(values: FormData): RoundFacts {
  const timeZone = textIn(values, "timeZone");
  return {
    title: textIn(values, "title"),
    opensAt:
      textIn(values, "opensAt") === "" ? new Date().toISOString() : instantAt(textIn(values, "opensAt"), timeZone),
    closesAt: instantAt(textIn(values, "closesAt"), timeZone),
    timeZone,
    instructions: textIn(values, "instructions"),
    audience: audienceIn(values),
    reminders: textIn(values, "reminders")
      .split(/[ ,;]+/)
      .filter((hours) => hours !== "")
      .map(Number),
  };
}
