import type { DelegationView } from "@compendium/contract";
import { useWords } from "./words.ts";

const FIELD = "audience";

interface AudienceFieldProps {
  readonly label: string;
  /** What it means to tick none. */
  readonly noneMeans: string;
  readonly delegations: readonly DelegationView[];
  readonly chosen: readonly string[] | null;
}

/** Some delegations of the workspace; none ticked means all of them. */
export function AudienceField({ label, noneMeans, delegations, chosen }: AudienceFieldProps) {
  const say = useWords();
  return (
    <fieldset className="form-field">
      <legend className="form-label">{label}</legend>
      <p className="quiet">{noneMeans}</p>
      {delegations.length === 0 ? <p className="quiet">{say("no delegations yet")}</p> : null}
      <ul className="ticks">
        {delegations.map(({ code, name }) => (
          <li key={code}>
            <label className="tick">
              <input type="checkbox" name={FIELD} value={code} defaultChecked={chosen?.includes(code) ?? false} />
              <span>
                <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** The codes that are ticked; `null` for none. */
export function audienceIn(values: FormData): string[] | null {
  const codes = values.getAll(FIELD).map(String);
  return codes.length === 0 ? null : codes;
}
