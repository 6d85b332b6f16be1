import type { I18n, Messages } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { type ReactNode, use } from "react";
import type { LanguageCode } from "../design/languages.ts";
import { type Messages as RoomMessages, rooms } from "../design/say.ts";
import { useLanguage } from "./language.tsx";
import { loadMessages } from "./load-messages.ts";

/** Rooms whose words only their own pages need: they come with those pages, and weigh on no others. */
const APART = {
  "people/members": {
    en: async () => (await import("../people/members/messages/en.ts")).en,
    fr: async () => (await import("../people/members/messages/fr.ts")).fr,
    ru: async () => (await import("../people/members/messages/ru.ts")).ru,
    es: async () => (await import("../people/members/messages/es.ts")).es,
    ar: async () => (await import("../people/members/messages/ar.ts")).ar,
  },
  "consultations/room": {
    en: async () => (await import("../consultations/room/messages/en.ts")).en,
    fr: async () => (await import("../consultations/room/messages/fr.ts")).fr,
    ru: async () => (await import("../consultations/room/messages/ru.ts")).ru,
    es: async () => (await import("../consultations/room/messages/es.ts")).es,
    ar: async () => (await import("../consultations/room/messages/ar.ts")).ar,
  },
  negotiation: {
    en: async () => (await import("../negotiation/messages/en.ts")).en,
    fr: async () => (await import("../negotiation/messages/fr.ts")).fr,
    ru: async () => (await import("../negotiation/messages/ru.ts")).ru,
    es: async () => (await import("../negotiation/messages/es.ts")).es,
    ar: async () => (await import("../negotiation/messages/ar.ts")).ar,
  },
  "people/account": {
    en: async () => (await import("../people/account/messages/en.ts")).en,
    fr: async () => (await import("../people/account/messages/fr.ts")).fr,
    ru: async () => (await import("../people/account/messages/ru.ts")).ru,
    es: async () => (await import("../people/account/messages/es.ts")).es,
    ar: async () => (await import("../people/account/messages/ar.ts")).ar,
  },
  record: {
    en: async () => (await import("../record/messages/en.ts")).en,
    fr: async () => (await import("../record/messages/fr.ts")).fr,
    ru: async () => (await import("../record/messages/ru.ts")).ru,
    es: async () => (await import("../record/messages/es.ts")).es,
    ar: async () => (await import("../record/messages/ar.ts")).ar,
  },
  texts: {
    en: async () => (await import("../texts/messages/en.ts")).en,
    fr: async () => (await import("../texts/messages/fr.ts")).fr,
    ru: async () => (await import("../texts/messages/ru.ts")).ru,
    es: async () => (await import("../texts/messages/es.ts")).es,
    ar: async () => (await import("../texts/messages/ar.ts")).ar,
  },
  workbench: {
    en: async () => (await import("../workbench/messages/en.ts")).en,
    fr: async () => (await import("../workbench/messages/fr.ts")).fr,
    ru: async () => (await import("../workbench/messages/ru.ts")).ru,
    es: async () => (await import("../workbench/messages/es.ts")).es,
    ar: async () => (await import("../workbench/messages/ar.ts")).ar,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<LanguageCode, () => Promise<RoomMessages<string>>>>>>;

export type RoomApart = keyof typeof APART;

export const ROOMS_APART = Object.keys(APART) as RoomApart[];

/** The file of a room's words, within `src`: what the browser fetches beside the page. */
export function wordsFile(room: RoomApart, language: LanguageCode): string {
  return `${room}/messages/${language}.ts`;
}

export async function loadWords(room: RoomApart, language: LanguageCode): Promise<Messages> {
  return rooms({ [room]: await APART[room][language]() });
}

/** The words of a page from the first showing on: those of every page, and those of its room. */
export async function messagesFor(language: LanguageCode, room: RoomApart | null): Promise<Messages> {
  const [everywhere, apart] = await Promise.all([
    loadMessages(language),
    room === null ? {} : loadWords(room, language),
  ]);
  return { ...everywhere, ...apart };
}

interface WithWordsProps {
  readonly room: RoomApart;
  readonly children: ReactNode;
}

/** Shows what needs the words of a room once they are there. */
export function WithWords({ room, children }: WithWordsProps) {
  const { i18n } = useLingui();
  const [language] = useLanguage();
  if (!knows(i18n, room)) use(learning(i18n, room, language));
  return children;
}

function knows(i18n: I18n, room: RoomApart): boolean {
  return Object.keys(i18n.messages).some((name) => name.startsWith(`${room}: `));
}

const LEARNING = new WeakMap<I18n, Map<RoomApart, Promise<void>>>();

/** The same promise for the same words, so that React waits for it and does not begin anew. */
function learning(i18n: I18n, room: RoomApart, language: LanguageCode): Promise<void> {
  const known = LEARNING.get(i18n) ?? new Map<RoomApart, Promise<void>>();
  LEARNING.set(i18n, known);
  const promise = known.get(room) ?? loadWords(room, language).then((words) => i18n.load(language, words));
  known.set(room, promise);
  return promise;
}
