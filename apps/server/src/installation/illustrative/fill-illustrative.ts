import type { Services } from "../../platform/services.ts";

/** Fills the workspace that shows the product. */
export async function fillIllustrative(_: Services): Promise<void> {}
