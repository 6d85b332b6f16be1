import type { Ref } from "react";
import { useHydrated } from "./hydrated.ts";

export interface Option {
  readonly id: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly selectRef?: Ref<HTMLSelectElement>;
}

/** One of several. The browser's own list: it works by keyboard, on a telephone, and without weight. Off before its script has come. */
export function Choice({ label, options, chosen, onChoose, selectRef }: ChoiceProps) {
  return (
    <label className="choice">
      <span className="field-label">{label}</span>
      <select
        ref={selectRef}
        className="field"
        value={chosen}
        disabled={!useHydrated()}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(({ id, label: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was chosen of a list that the page itself wrote; throws a `RangeError` for anything else. */
export function oneOf<Value extends string>(values: readonly Value[], chosen: string): Value {
  const found = values.find((value) => value === chosen);
  if (found === undefined) throw new RangeError(`${chosen} is not among ${values.join(", ")}.`);
  return found;
}
