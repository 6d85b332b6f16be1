export { closeRound } from "./commands/closing.ts";
export { buildCompilation, release } from "./commands/compilations.ts";
export { addRoomFile } from "./commands/rooms.ts";
export { createRound } from "./commands/rounds.ts";
export { clearRoom, enterSubmission, submit } from "./commands/submissions.ts";
export { workOnConsultations } from "./jobs.ts";
export { consultationsMigrations } from "./migrations.ts";
export { compilationsOf } from "./queries.ts";
export { consultationsRoutes } from "./routes.ts";
