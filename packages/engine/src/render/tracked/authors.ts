import type { Sponsor } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Authorship } from "./authorship.ts";

/** Those behind a tracked change: all delegations that make it, in the order of the list, and its date. */
export interface Authors {
  readonly codes: readonly DelegationCode[];
  /** The author that Word shows: `"XAA; XBB"`. */
  readonly author: string;
  /** The latest date of the persons behind it; `null` where tracking was off. */
  readonly date: string | null;
}

/** What one delegation puts to a change: the persons behind it, and when. */
export type Share = Pick<Sponsor, "delegation" | "by">;

/** Makes authors of shares: the same object for the same set, so that neighbouring words are seen to belong together. */
export class AuthorSets {
  readonly #rank: ReadonlyMap<DelegationCode, number>;
  readonly #authorship: Authorship;
  readonly #sets = new Map<string, Authors>();
  readonly #byShares = new Map<readonly Share[], Authors>();
  readonly #shares = new Map<Authors, readonly Share[]>();

  /** `order` is that of the list of delegations. */
  constructor(order: readonly DelegationCode[], authorship: Authorship) {
    this.#rank = new Map(order.map((code, i) => [code, i]));
    this.#authorship = authorship;
  }

  /** The delegations that write with one hand with this one; itself among them. */
  fellowsOf(code: DelegationCode): readonly DelegationCode[] {
    return this.#authorship.isOneHand ? [...this.#rank.keys()] : [code];
  }

  /** Everyone behind any of several changes. */
  join(all: readonly Authors[]): Authors {
    return this.of(all.flatMap((authors) => this.#shares.get(authors) ?? []));
  }

  of(shares: readonly Share[]): Authors {
    const known = this.#byShares.get(shares) ?? this.#make(shares);
    this.#byShares.set(shares, known);
    return known;
  }

  #make(shares: readonly Share[]): Authors {
    const persons = new Map<DelegationCode, Set<string>>();
    let date: string | null = null;
    for (const { delegation, by } of shares) {
      const known = persons.get(delegation) ?? new Set<string>();
      persons.set(delegation, known);
      for (const person of by) {
        if (person.author !== "") known.add(person.author);
        if (person.date !== null && (date === null || person.date > date)) date = person.date;
      }
    }
    const codes = [...persons.keys()].sort((x, y) => (this.#rank.get(x) ?? 0) - (this.#rank.get(y) ?? 0));
    const author = this.#authorship.changeBy(codes.map((code) => ({ code, persons: [...(persons.get(code) ?? [])] })));
    const key = `${codes.join()}\n${author}\n${date}`;
    const set = this.#sets.get(key) ?? { codes, author, date };
    this.#sets.set(key, set);
    this.#shares.set(set, shares);
    return set;
  }
}
