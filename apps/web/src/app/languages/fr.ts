import { fr as api } from "../../api/messages/fr.ts";
import { fr as compilation } from "../../compilation/messages/fr.ts";
import { fr as consultations } from "../../consultations/messages/fr.ts";
import { rooms } from "../../design/say.ts";
import { fr as ahead } from "../../negotiation/ahead/messages/fr.ts";
import { fr as people } from "../../people/messages/fr.ts";
import { fr as app } from "../messages/fr.ts";

export const messages = rooms({ api, app, compilation, consultations, "negotiation/ahead": ahead, people });
