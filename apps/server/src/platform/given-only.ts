/** The fields that were given: in a change, what is left out stays as it is. */
export function givenOnly<Fields extends object>(fields: Fields): GivenOnly<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as GivenOnly<Fields>;
}

type GivenOnly<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
