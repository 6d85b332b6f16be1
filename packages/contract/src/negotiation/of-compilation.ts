import { z } from "zod";
import { DelegationCode, Id } from "../shapes.ts";

/** A negotiation is that of one compilation. */
export const Negotiation = z.object({ compilation: Id });

/** Within its compilation: `"body/12"`. */
export const PassageId = z
  .string()
  .regex(/^[a-z]+(:\d+)?\/\d+$/, "This is not a passage.")
  .describe("A passage of the compilation, by its `id` in the document");

/** From the widest to the narrowest. */
export const Readership = z
  .enum(["audience", "chair", "delegation"])
  .describe(
    "Who may read it: everybody who may read the compilation; the chair and the secretariat; the delegation alone",
  );

/** For whom a delegation speaks besides itself. */
export const Speaking = {
  onBehalfOf: z.array(DelegationCode).max(100).default([]),
  inAlignment: z.array(DelegationCode).max(100).default([]),
};

export type Readership = z.output<typeof Readership>;
