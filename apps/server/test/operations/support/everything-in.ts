import { LEFT_OUT } from "../../../src/installation/backup/left-out.ts";
import { readRows } from "../../../src/installation/backup/rows.ts";
import { readShape } from "../../../src/platform/database/shape.ts";
import type { Db } from "../../../src/platform/tables.ts";

/** Every row of every table that a backup must hold, the bytes of files included, each as the database writes it. */
export async function everythingIn(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  return db.transaction().execute(async (tx) => {
    const found: Record<string, string[]> = {};
    for (const table of await readShape(tx)) {
      if (Object.hasOwn(LEFT_OUT, table.name)) continue;
      let rows = "";
      for await (const chunk of readRows(tx, table)) rows += chunk;
      found[table.name] = rows.split("\n").slice(0, -1).toSorted();
    }
    return found;
  });
}
