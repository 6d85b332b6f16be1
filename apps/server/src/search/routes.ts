import { searchConsultations } from "../consultations/index.ts";
import { searchDelegations } from "../people/index.ts";
import { anyone, type Route, route } from "../platform/http/route.ts";
import type { Searcher } from "../platform/search.ts";
import type { Db } from "../platform/tables.ts";
import { searchTexts } from "../texts/index.ts";

/** The rooms in which a search looks. */
const SEARCHERS: readonly Searcher[] = [searchTexts, searchConsultations, searchDelegations];

export function searchRoutes(db: Db): readonly Route[] {
  return [
    route("searchWorkspace", anyone("Searches only what each may read."), async (search, { actor }) => {
      const found = await Promise.all(SEARCHERS.map((searcher) => searcher(db, actor, search)));
      const best = found.flat().sort((a, b) => b.rank - a.rank);
      return best.slice(0, search.count).map(({ hit }) => hit);
    }),
  ];
}
