/** Keeps a choice of the reader's for the next visit, on this machine. Files and texts are never kept. */
export function remember(name: "language" | "theme", value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser set to keep nothing: the choice holds for this visit.
  }
}

/** What was kept, or `null`. */
export function recall(name: "language" | "theme"): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
