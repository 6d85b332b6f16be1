import type { MeetingFacts, NegotiatedPassage } from "@compendium/contract";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/form.tsx";
import { inBrief } from "../in-brief.ts";
import { isOpen } from "../progress.ts";
import { useWords } from "../words.ts";

/** An item being planned; `key` stays with it when others come and go. */
export interface PlannedItem {
  readonly key: number;
  readonly title: string;
  readonly passages: ReadonlySet<string>;
}

interface AgendaFieldProps {
  readonly passages: readonly NegotiatedPassage[];
  readonly items: readonly PlannedItem[];
  readonly onChange: (items: readonly PlannedItem[]) => void;
}

/** The agenda of a meeting: items, each with the passages that are taken together. */
export function AgendaField({ passages, items, onChange }: AgendaFieldProps) {
  const say = useWords();
  const change = (key: number, given: Partial<PlannedItem>): void =>
    onChange(items.map((each) => (each.key === key ? { ...each, ...given } : each)));
  // A passage is taken once: with the item for which it was ticked last.
  const take = (key: number, taken: ReadonlySet<string>): void =>
    onChange(items.map((each) => ({ ...each, passages: each.key === key ? taken : without(each.passages, taken) })));
  const raise = (i: number): void => onChange(items.toSpliced(i - 1, 2, ...items.slice(i - 1, i + 1).toReversed()));
  return (
    <fieldset className="form-field">
      <legend className="form-label">{say("agenda")}</legend>
      <p className="quiet">{say("agenda explained")}</p>
      <ol className="versions">
        {items.map((item, i) => (
          <li key={item.key} className="version">
            <TextField
              label={say("item number", { number: i + 1 })}
              value={item.title}
              onChange={(event) => change(item.key, { title: event.target.value })}
              required
              maxLength={200}
              dir="auto"
            />
            <PassageTicks passages={passages} items={items} item={item} onChange={(ticked) => take(item.key, ticked)} />
            <p className="facts">
              <Button look="plain" isDisabled={i === 0} onPress={() => raise(i)}>
                {say("earlier")}
              </Button>
              <Button look="plain" onPress={() => onChange(items.filter(({ key }) => key !== item.key))}>
                {say("remove item")}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p>
        <Button onPress={() => onChange([...items, newItem(items, "", [])])}>{say("add item")}</Button>
      </p>
    </fieldset>
  );
}

interface PassageTicksProps {
  readonly passages: readonly NegotiatedPassage[];
  readonly items: readonly PlannedItem[];
  readonly item: PlannedItem;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

function PassageTicks({ passages, items, item, onChange }: PassageTicksProps) {
  const say = useWords();
  const ticked = item.passages;
  const otherItem = (id: string): number => items.findIndex((each) => each !== item && each.passages.has(id));
  const untaken = passages.filter((each) => isOpen(each) && otherItem(each.id) < 0).map(({ id }) => id);
  return (
    <details className="fold">
      <summary>{say("passages taken", { count: ticked.size })}</summary>
      <p className="facts">
        <Button onPress={() => onChange(new Set(untaken))}>{say("tick open")}</Button>
        <Button look="plain" onPress={() => onChange(new Set())}>
          {say("tick none")}
        </Button>
      </p>
      <ul className="ticks ticks-long">
        {passages.map((passage) => {
          const { id, citation } = passage;
          const other = otherItem(id);
          return (
            <li key={id}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={ticked.has(id)}
                  onChange={(event) =>
                    onChange(
                      event.target.checked
                        ? new Set([...ticked, id])
                        : new Set([...ticked].filter((each) => each !== id)),
                    )
                  }
                />
                <span>
                  <bdi>{citation}</bdi>
                  {other < 0 ? null : <> · {say("item number", { number: other + 1 })}</>}
                  <bdi className="quiet shortened">{inBrief(passage)}</bdi>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function without(passages: ReadonlySet<string>, taken: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...passages].filter((id) => !taken.has(id)));
}

export function newItem(items: readonly PlannedItem[], title: string, passages: readonly string[]): PlannedItem {
  return { key: Math.max(0, ...items.map(({ key }) => key)) + 1, title, passages: new Set(passages) };
}

/** Passages of an item are in the order of the text, whatever the order in which they were ticked. */
export function agendaOf(
  items: readonly PlannedItem[],
  passages: readonly NegotiatedPassage[],
): MeetingFacts["agenda"] {
  return items.map(({ title, passages: ticked }) => ({
    title,
    passages: passages.map(({ id }) => id).filter((id) => ticked.has(id)),
  }));
}
