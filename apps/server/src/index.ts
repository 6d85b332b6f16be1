export { openPlatform, type Platform } from "./open-platform.ts";
export { isForReal, readSettings, type Settings } from "./platform/settings.ts";
export { buildServer } from "./serve.ts";
