import { proposalsOf, releasedProposing } from "../consultations/index.ts";
import { can } from "../platform/can.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { findParagraph, readParagraph } from "../texts/index.ts";
import { readNegotiation } from "./policy.ts";
import { presentNegotiatedParagraph } from "./present-history.ts";
import { decisionsOf, outcomesOf, tabledOf } from "./queries.ts";

export function historyRoute({ db }: Services): Route {
  return route(
    "readParagraphHistory",
    onSubject(({ paragraph }) => findParagraph(db, paragraph), readParagraph),
    async ({ paragraph }, { actor }) => {
      const all = await releasedProposing(db, paragraph);
      return Promise.all(
        all
          .filter((of) => can(actor, readNegotiation, of))
          .map(async (of) => {
            const { id } = of.compilation;
            const proposals = (await proposalsOf(db, id)).filter((each) => each.paragraph === paragraph);
            return presentNegotiatedParagraph(of, {
              proposals,
              tabled: await tabledOf(db, id),
              decisions: await decisionsOf(db, id),
              outcomes: await outcomesOf(db, id),
            });
          }),
      );
    },
  );
}
