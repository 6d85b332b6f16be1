import type { Ref } from "react";

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

/** One of several. The browser's own list: it works by keyboard, on a telephone, and without weight. */
export function Choice({ label, options, chosen, onChoose, selectRef }: ChoiceProps) {
  return (
    <label className="choice">
      <span className="field-label">{label}</span>
      <select ref={selectRef} className="field" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {options.map(({ id, label: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
