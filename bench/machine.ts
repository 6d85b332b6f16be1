import { availableParallelism, loadavg, totalmem } from "node:os";

/** What matters of the machine, in a few words; nothing that says whose it is. */
export function describeMachine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const system = `${process.platform} ${process.arch}`;
  return `${availableParallelism()} cores, ${memory} GiB of memory, ${system}, Node ${process.versions.node}`;
}

/** How many processes waited for a core, on the average of the last minute; 0 on systems that do not say. */
export function otherWork(): number {
  return loadavg()[0] ?? 0;
}
