import type { Call, OperationId } from "@compendium/contract";
import type { Actor } from "../platform/actor.ts";
import { checkedInput } from "../platform/http/input.ts";
import type { Route } from "../platform/http/route.ts";
import { Written } from "../platform/http/written.ts";

/** The API on behalf of somebody, without a request of its own: the same input checks, the same policies. */
export function callInProcess(routes: readonly Route[], actor: Actor, signal: AbortSignal): Call {
  const byId = new Map<OperationId, Route>(routes.map((each) => [each.id, each]));
  return (async (id: OperationId, input: Readonly<Record<string, unknown>>) => {
    const route = byId.get(id);
    if (route === undefined) throw new RangeError(`There is no operation ${id}.`);
    const setHeader = (): never => {
      throw new Error(`A page asked for ${id}, which sets a cookie.`);
    };
    const answer = await route.answer(checkedInput(id, input), { actor, setHeader, signal, address: "" });
    return answer instanceof Written ? JSON.parse(answer.json) : answer;
  }) as Call;
}
