import { es as api } from "../../api/messages/es.ts";
import { es as compilation } from "../../compilation/messages/es.ts";
import { es as consultations } from "../../consultations/messages/es.ts";
import { rooms } from "../../design/say.ts";
import { es as ahead } from "../../negotiation/ahead/messages/es.ts";
import { es as people } from "../../people/messages/es.ts";
import { es as app } from "../messages/es.ts";

export const messages = rooms({ api, app, compilation, consultations, "negotiation/ahead": ahead, people });
