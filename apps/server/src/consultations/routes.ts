import type { Route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { compilationRoutes } from "./routes/compilations.ts";
import { roomRoutes } from "./routes/rooms.ts";
import { roundRoutes } from "./routes/rounds.ts";
import { submissionRoutes } from "./routes/submissions.ts";

export function consultationsRoutes(services: Services): readonly Route[] {
  return [
    ...roundRoutes(services),
    ...roomRoutes(services),
    ...submissionRoutes(services),
    ...compilationRoutes(services),
  ];
}
