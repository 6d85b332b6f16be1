import { z } from "zod";

/** A wording told as what is kept, deleted and inserted. What is kept and deleted is the base wording. */
export const Redline = z.array(z.object({ kind: z.enum(["kept", "deleted", "inserted"]), text: z.string() }));
