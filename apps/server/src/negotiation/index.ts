export { negotiationMigrations } from "./migrations.ts";
export { negotiationRoutes } from "./routes.ts";
export { negotiationTopics } from "./topics.ts";
