import { findCompilation } from "../consultations/index.ts";
import { can } from "../platform/can.ts";
import { anyone, onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { askForFloor, changeFloor } from "./commands/floor.ts";
import { changeMeeting, closeMeeting, createMeeting, goTo, openMeeting } from "./commands/meetings.ts";
import { decide, lead, askForFloor as mayAskForFloor, readMeeting, readNegotiation } from "./policy.ts";
import { presentMeeting, presentMeetingAhead } from "./present-meeting.ts";
import { findMeeting, floorOf, meetingsAhead, meetingsOf, statementsOf } from "./queries.ts";

/** A meeting begins late at times; one that nobody has opened a day later does not take place, in milliseconds. */
const WAITED_FOR = 24 * 60 * 60 * 1000;

export function meetingRoutes(services: Services): readonly Route[] {
  const { db, clock } = services;
  const compilation = ({ compilation: id }: { readonly compilation: string }) => findCompilation(db, id);
  const meeting = ({ meeting: id }: { readonly meeting: string }) => findMeeting(db, id);
  return [
    route("listMeetings", onSubject(compilation, readNegotiation), async ({ compilation: id }, { actor, subject }) => {
      const meetings = await meetingsOf(db, id);
      const within = meetings.map((each) => each.id);
      const floor = await floorOf(db, within);
      const statements = await statementsOf(db, within);
      return meetings.map((each) =>
        presentMeeting(actor, {
          ...subject,
          meeting: each,
          floor: floor.filter((one) => one.meeting === each.id),
          statements: statements.filter((one) => one.meeting === each.id),
        }),
      );
    }),
    route(
      "listMeetingsAhead",
      anyone("Lists only what each may follow, of workspaces in which they are a member."),
      async (_, { actor }) => {
        const since = new Date((await clock.now(db)).getTime() - WAITED_FOR);
        const workspaces = actor.memberships.map(({ workspace }) => workspace);
        const ahead = await meetingsAhead(db, workspaces, since);
        return ahead.filter((each) => can(actor, readMeeting, each)).map(presentMeetingAhead);
      },
    ),
    route("createMeeting", onSubject(compilation, readNegotiation, decide), async ({ body }, { actor, subject }) =>
      presentMeeting(actor, await createMeeting(services, actor, subject, body)),
    ),
    route("readMeeting", onSubject(meeting, readMeeting), async (_, { actor, subject }) =>
      presentMeeting(actor, subject),
    ),
    route("changeMeeting", onSubject(meeting, readMeeting, lead), async ({ body }, { actor, subject }) =>
      presentMeeting(actor, await changeMeeting(services, actor, subject, body)),
    ),
    route("openMeeting", onSubject(meeting, readMeeting, lead), async (_, { actor, subject }) =>
      presentMeeting(actor, await openMeeting(services, actor, subject)),
    ),
    route("closeMeeting", onSubject(meeting, readMeeting, lead), async (_, { actor, subject }) =>
      presentMeeting(actor, await closeMeeting(services, actor, subject)),
    ),
    route("goTo", onSubject(meeting, readMeeting, lead), async ({ body }, { actor, subject }) =>
      presentMeeting(actor, await goTo(services, actor, subject, body)),
    ),
    route(
      "askForFloor",
      onSubject(
        async ({ body, ...given }) => {
          const of = await meeting(given);
          return of === null ? null : { ...of, delegation: body.delegation };
        },
        readMeeting,
        mayAskForFloor,
      ),
      async ({ body }, { actor, subject }) => presentMeeting(actor, await askForFloor(services, actor, subject, body)),
    ),
    route(
      "changeFloor",
      onSubject(
        async ({ entry, body, ...given }) => {
          const of = await meeting(given);
          const found = of?.floor.find(({ id }) => id === entry);
          return of === null || found === undefined ? null : { ...of, delegation: found.delegation, state: body.state };
        },
        readMeeting,
        {
          name: "change the list of speakers",
          allows: (actor, of) => can(actor, lead, of) || (of.state === "withdrawn" && can(actor, mayAskForFloor, of)),
        },
      ),
      async ({ entry, body }, { actor, subject }) =>
        presentMeeting(actor, await changeFloor(services, actor, subject, entry, body.state)),
    ),
  ];
}
