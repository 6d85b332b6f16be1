import { z } from "zod";
import { DelegationCode, Id } from "../shapes.ts";

/** How a delegation's room is named: it has one in each round. */
export const Room = z.object({ round: Id, delegation: DelegationCode });
