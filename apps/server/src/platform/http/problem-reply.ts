import { ApiProblem, PROBLEMS, type ProblemAnswer } from "@compendium/contract";
import { z } from "zod";
import { isLostConnection } from "../database/lost-connection.ts";

/** What a fault looks like to whoever asked. Anything unforeseen is a `server-fault`, without its inside. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof z.ZodError) return notValid(error);
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return new ApiProblem("too-large", "Make it smaller, for instance by compressing its images in Word.");
  }
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new ApiProblem("wrong-type", "Send a .docx file, or JSON.");
  if (statusCode === 429) return new ApiProblem("too-many", "Wait a minute, then try again.");
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) {
    return new ApiProblem("not-valid", "The body cannot be read.");
  }
  if (isLostConnection(error)) {
    return new ApiProblem(
      "store-unavailable",
      "Try again in a moment. If you were changing something, look first whether it was done.",
    );
  }
  // 22021, 22P05: a character that PostgreSQL keeps in no text, such as a nought.
  if (code === "22021" || code === "22P05") {
    return new ApiProblem("not-valid", "There is a character in it that no text can have. Take it out.");
  }
  // 53100: disk_full of PostgreSQL.
  if (code === "53100" || code === "ENOSPC") {
    return new ApiProblem("store-full", "Nothing was changed. Tell the operator to make room, then try again.");
  }
  return new ApiProblem("server-fault", "It was noted. Nothing was changed. Try again, or tell the operator.");
}

function notValid(error: z.ZodError): ApiProblem {
  const fields = Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), message]));
  return new ApiProblem(
    "not-valid",
    Object.entries(fields)
      .map((field) => field.join(": "))
      .join("; "),
    { fields },
  );
}

/** The body of the answer (RFC 9457). */
export function bodyOf({ code, detail, fields, current }: ApiProblem): ProblemAnswer {
  return {
    type: `/problems/${code}`,
    code,
    status: PROBLEMS[code].status,
    title: PROBLEMS[code].title,
    detail,
    ...(fields === undefined ? {} : { fields }),
    ...(current === undefined ? {} : { current }),
  };
}
