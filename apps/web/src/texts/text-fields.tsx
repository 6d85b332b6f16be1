import type { DelegationView, Distribution, TextFacts } from "@compendium/contract";
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Field, TextField, textIn } from "../design/form.tsx";
import { AudienceField, audienceIn } from "../people/audience-field.tsx";
import { useWords } from "./words.ts";

const DISTRIBUTIONS = ["audience", "participating", "public", "secretariat"] as const;
const ORIGINALS = ["en", "fr", "ru", "es", "ar", "zh", "de", "it"] as const;

interface TextFieldsProps {
  /** What is said of the text so far; `null` for a new one. */
  readonly facts: TextFacts | null;
  readonly delegations: readonly DelegationView[];
}

/** What is said of a text, to be filled in. */
export function TextFields({ facts, delegations }: TextFieldsProps) {
  const say = useWords();
  const { i18n } = useLingui();
  const [distribution, setDistribution] = useState<Distribution>(facts?.distribution ?? "audience");
  const nameOf = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <>
      <TextField name="title" label={say("title")} defaultValue={facts?.title} required maxLength={300} dir="auto" />
      <div className="form-pair">
        <TextField
          name="body"
          label={say("body")}
          hint={say("body explained")}
          defaultValue={facts?.body}
          maxLength={100}
        />
        <TextField
          name="symbol"
          label={say("symbol")}
          hint={say("symbol explained")}
          defaultValue={facts?.symbol}
          maxLength={60}
        />
      </div>
      <div className="form-pair">
        <Field label={say("original")}>
          <select className="field" name="language" defaultValue={facts?.languages[0] ?? "en"}>
            {ORIGINALS.map((code) => (
              <option key={code} value={code}>
                {nameOf.of(code)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say("distribution")} hint={say(`distribution explained ${distribution}`)}>
          <select
            className="field"
            name="distribution"
            value={distribution}
            onChange={(event) => setDistribution(event.target.value as Distribution)}
          >
            {DISTRIBUTIONS.map((each) => (
              <option key={each} value={each}>
                {say(`distribution ${each}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <AudienceField
        label={say("group of friends")}
        noneMeans={say("group of friends explained")}
        delegations={delegations}
        chosen={facts?.audience ?? null}
      />
    </>
  );
}

/** What was filled in. `before` keeps what the form does not ask for. */
export function textFactsIn(values: FormData, before: TextFacts | null): TextFacts {
  const language = textIn(values, "language");
  const others = before?.languages.filter((each) => each !== language) ?? [];
  return {
    title: textIn(values, "title"),
    body: textIn(values, "body"),
    symbol: textIn(values, "symbol"),
    languages: [language, ...others],
    distribution: textIn(values, "distribution") as Distribution,
    audience: audienceIn(values),
  };
}
