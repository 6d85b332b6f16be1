import { ru as api } from "../../api/messages/ru.ts";
import { ru as compilation } from "../../compilation/messages/ru.ts";
import { ru as consultations } from "../../consultations/messages/ru.ts";
import { rooms } from "../../design/say.ts";
import { ru as ahead } from "../../negotiation/ahead/messages/ru.ts";
import { ru as people } from "../../people/messages/ru.ts";
import { ru as app } from "../messages/ru.ts";

export const messages = rooms({ api, app, compilation, consultations, "negotiation/ahead": ahead, people });
