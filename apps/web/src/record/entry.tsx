import type { RecordEntry } from "@compendium/contract";
import { Link } from "react-router";
import { Hash } from "../design/hash.tsx";
import { Moment } from "../design/moment.tsx";
import { objectAddress } from "./object-address.ts";
import { told } from "./told.ts";
import { useWords } from "./words.ts";

/** An act in a sentence. All that the record holds of it, under the names that it has there, opens at a press. */
export function Entry({ entry }: { readonly entry: RecordEntry }) {
  const say = useWords();
  const { number, at, actor, hash } = entry;
  const sentence = told(entry, say);
  const address = objectAddress(entry);
  return (
    <tr>
      <td>{number}</td>
      <td>
        {address === null ? sentence : <Link to={address}>{sentence}</Link>}
        <details>
          <summary className="particulars">{say("particulars")}</summary>
          <Particulars entry={entry} />
        </details>
      </td>
      <td>
        <bdi>{actor.name}</bdi>
      </td>
      <td>
        <Moment at={at} />
      </td>
      <td>
        <Hash value={hash} />
      </td>
    </tr>
  );
}

function Particulars({ entry: { act, object, actor, before, after, detail } }: { readonly entry: RecordEntry }) {
  const states = { act, [object.kind]: object.id, via: actor.via, before, after };
  return (
    <dl className="details" lang="en">
      {Object.entries({ ...detail, ...states }).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{inWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  return JSON.stringify(value, null, 1);
}
