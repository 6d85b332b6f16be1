/** One thing that the doctor looked at. */
export interface Check {
  readonly about: string;
  readonly state: "ok" | "warning" | "fault";
  readonly what: string;
  /** What to do; `null` where all is well. */
  readonly advice: string | null;
}

export function ok(about: string, what: string): Check {
  return { about, state: "ok", what, advice: null };
}

/** It works, and will not for long, or not as somebody expects. */
export function warning(about: string, what: string, advice: string): Check {
  return { about, state: "warning", what, advice };
}

/** It does not work. */
export function fault(about: string, what: string, advice: string): Check {
  return { about, state: "fault", what, advice };
}
