import type { NegotiationView } from "@compendium/contract";
import { useState } from "react";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { SureButton } from "../design/sure-button.tsx";
import { DecidedApart } from "./decided-apart.tsx";
import { draftForecast } from "./draft-forecast.ts";
import { useWords } from "./words.ts";

/** How the next draft is to be made; it is made only after whoever makes it was told what will be in it. */
export function MakeNextDraft({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const make = useAct("makeNextDraft");
  const [namesInBrackets, setNames] = useState(true);
  const [undecided, setUndecided] = useState<"carried" | "bracketed">("carried");
  const forecast = draftForecast(view, undecided).map(({ what, count }) => say(what, { count }));
  return (
    <details className="fold">
      <summary>{say("next draft")}</summary>
      <p>{say("next draft explained")}</p>
      <DecidedApart view={view} />
      <div className="form form-column">
        <label>
          <input type="checkbox" checked={namesInBrackets} onChange={(event) => setNames(event.target.checked)} />{" "}
          {say("names in brackets")}
        </label>
        <label>
          <input
            type="checkbox"
            checked={undecided === "bracketed"}
            onChange={(event) => setUndecided(event.target.checked ? "bracketed" : "carried")}
          />{" "}
          {say("bracket undecided")}
        </label>
        <SureButton
          look="main"
          label={say("make next draft")}
          explained={[...forecast, say("draft for good")].join(" ")}
          sure={say("make draft sure")}
          cancel={say("cancel")}
          isDisabled={make.isRunning}
          onPress={() => void make.run({ compilation: view.compilation, body: { namesInBrackets, undecided } })}
        />
        <p role="status">{make.isRunning ? say("making draft") : null}</p>
        <ProblemNote problem={make.problem} />
      </div>
    </details>
  );
}
