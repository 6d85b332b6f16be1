import { ar as api } from "../../api/messages/ar.ts";
import { ar as compilation } from "../../compilation/messages/ar.ts";
import { ar as consultations } from "../../consultations/messages/ar.ts";
import { rooms } from "../../design/say.ts";
import { ar as ahead } from "../../negotiation/ahead/messages/ar.ts";
import { ar as people } from "../../people/messages/ar.ts";
import { ar as app } from "../messages/ar.ts";

export const messages = rooms({ api, app, compilation, consultations, "negotiation/ahead": ahead, people });
