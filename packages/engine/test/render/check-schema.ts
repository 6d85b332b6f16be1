type Schema = { readonly [keyword: string]: unknown };

/**
 * What is wrong with a value by a JSON schema, each with its place; empty if nothing. Knows the keywords that the
 * schema of a compilation uses, and throws at any other: a keyword that is not checked would be a promise not kept.
 */
export function checkSchema(root: Schema, value: unknown): string[] {
  return check(root, root, value, "");
}

function check(root: Schema, schema: Schema, value: unknown, at: string): string[] {
  const faults: string[] = [];
  for (const [keyword, wanted] of Object.entries(schema)) {
    const checker = KEYWORDS[keyword];
    if (checker === undefined) throw new RangeError(`The keyword ${keyword} is not known here`);
    faults.push(...checker({ root, schema, wanted, value, at }));
  }
  return faults;
}

interface Question {
  readonly root: Schema;
  readonly schema: Schema;
  readonly wanted: unknown;
  readonly value: unknown;
  readonly at: string;
}

const NOTHING = (): string[] => [];
const fault = (isFault: boolean, { at, wanted, value }: Question, keyword: string): string[] =>
  isFault ? [`${at || "/"}: ${JSON.stringify(value)?.slice(0, 60)} against ${keyword} ${JSON.stringify(wanted)}`] : [];

const KEYWORDS: Readonly<Record<string, (question: Question) => string[]>> = {
  $schema: NOTHING,
  $defs: NOTHING,
  title: NOTHING,
  description: NOTHING,
  $ref: ({ root, wanted, value, at }) => {
    const name = (wanted as string).replace("#/$defs/", "");
    return check(root, (root.$defs as Record<string, Schema>)[name] as Schema, value, at);
  },
  oneOf: (question) => {
    const { root, wanted, value, at } = question;
    const fits = (wanted as Schema[]).filter((each) => check(root, each, value, at).length === 0);
    return fault(fits.length !== 1, question, "oneOf");
  },
  type: (question) => fault(![question.wanted].flat().some((type) => isOfType(question.value, type)), question, "type"),
  const: (question) => fault(question.value !== question.wanted, question, "const"),
  enum: (question) => fault(!(question.wanted as unknown[]).includes(question.value), question, "enum"),
  minimum: (question) =>
    fault(typeof question.value === "number" && question.value < Number(question.wanted), question, "minimum"),
  maximum: (question) =>
    fault(typeof question.value === "number" && question.value > Number(question.wanted), question, "maximum"),
  minLength: (question) =>
    fault(typeof question.value === "string" && question.value.length < Number(question.wanted), question, "minLength"),
  minItems: (question) =>
    fault(Array.isArray(question.value) && question.value.length < Number(question.wanted), question, "minItems"),
  pattern: (question) =>
    fault(
      typeof question.value === "string" && !new RegExp(question.wanted as string, "u").test(question.value),
      question,
      "pattern",
    ),
  items: ({ root, wanted, value, at }) =>
    Array.isArray(value) ? value.flatMap((item, i) => check(root, wanted as Schema, item, `${at}/${i}`)) : [],
  required: (question) => {
    if (!isObject(question.value)) return [];
    const { value } = question;
    return fault(
      (question.wanted as string[]).some((name) => !Object.hasOwn(value, name)),
      question,
      "required",
    );
  },
  properties: ({ root, wanted, value, at }) =>
    Object.entries(wanted as Record<string, Schema>).flatMap(([name, schema]) =>
      isObject(value) && Object.hasOwn(value, name) ? check(root, schema, value[name], `${at}/${name}`) : [],
    ),
  propertyNames: ({ root, wanted, value, at }) =>
    isObject(value) ? Object.keys(value).flatMap((name) => check(root, wanted as Schema, name, `${at}/${name}`)) : [],
  additionalProperties: ({ root, schema, wanted, value, at }) => {
    if (!isObject(value)) return [];
    const others = Object.keys(value).filter((name) => !Object.hasOwn((schema.properties ?? {}) as object, name));
    return others.flatMap((name) =>
      wanted === false ? [`${at}/${name}: not foreseen`] : check(root, wanted as Schema, value[name], `${at}/${name}`),
    );
  },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}
