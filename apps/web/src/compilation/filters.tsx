import type { ReceiptEntry } from "@compendium/engine";
import type { Ref } from "react";
import { ToggleButton } from "../design/button.tsx";
import { Choice } from "../design/choice.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import { type Filter, PLACE_KINDS } from "./text/filter.ts";
import { useWords } from "./words.ts";

interface FiltersProps {
  readonly codes: readonly ReceiptEntry["delegation"][];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** A delegation's code, `"base"`, or `null` for everything in place. */
  readonly readAs: string | null;
  readonly onReadAs: (readAs: string | null) => void;
  readonly firstRef: Ref<HTMLSelectElement>;
}

const IN_PLACE = "in-place";
const ALL = "all";

/** What of the compilation is shown, and as whom it is read. */
export function Filters({ codes, filter, onFilter, readAs, onReadAs, firstRef }: FiltersProps) {
  const say = useWords();
  const nameOf = useDelegationName();
  const { kinds } = filter;
  const delegations = codes.map((code) => ({ id: code, label: `${code} ${nameOf(code)}` }));
  const readings = [
    { id: IN_PLACE, label: say("everything in place") },
    { id: "base", label: say("base text") },
    ...delegations,
  ];
  return (
    <search className="filters" id="filters" aria-label={say("filters")}>
      <Choice
        label={say("delegation")}
        options={[{ id: ALL, label: say("all delegations") }, ...delegations]}
        chosen={filter.delegation ?? ALL}
        onChoose={(id) => onFilter({ ...filter, delegation: id === ALL ? null : id })}
        selectRef={firstRef}
      />
      <div className="filter-toggles">
        {PLACE_KINDS.map((kind) => (
          <ToggleButton
            key={kind}
            isSelected={kinds.includes(kind)}
            onChange={(isSelected) =>
              onFilter({ ...filter, kinds: isSelected ? [...kinds, kind] : kinds.filter((each) => each !== kind) })
            }
          >
            {say(`only ${kind}`)}
          </ToggleButton>
        ))}
      </div>
      <Choice
        label={say("read as")}
        options={readings}
        chosen={readAs ?? IN_PLACE}
        onChoose={(id) => onReadAs(id === IN_PLACE ? null : id)}
      />
    </search>
  );
}
