import { en as api } from "../../api/messages/en.ts";
import { en as compilation } from "../../compilation/messages/en.ts";
import { en as consultations } from "../../consultations/messages/en.ts";
import { rooms } from "../../design/say.ts";
import { en as ahead } from "../../negotiation/ahead/messages/en.ts";
import { en as people } from "../../people/messages/en.ts";
import { en as app } from "../messages/en.ts";

export const messages = rooms({ api, app, compilation, consultations, "negotiation/ahead": ahead, people });
