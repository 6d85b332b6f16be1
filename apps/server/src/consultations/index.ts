export { workOnConsultations } from "./jobs.ts";
export { consultationsMigrations } from "./migrations.ts";
export { consultationsRoutes } from "./routes.ts";
