import { ApiProblem } from "@compendium/contract";

/** Throws a problem on the field `timeZone` for what is no IANA time zone known here. */
export function mustBeTimeZone(timeZone: string): void {
  if (timeZone === "UTC" || Intl.supportedValuesOf("timeZone").includes(timeZone)) return;
  const detail = `${timeZone} is no time zone known here. Give one such as Europe/Vienna.`;
  throw new ApiProblem("not-valid", detail, { fields: { timeZone: detail } });
}
