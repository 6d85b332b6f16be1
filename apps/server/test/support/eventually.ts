/** Asks again and again until the answer is there; throws when that takes longer than a minute. */
export async function eventually<Answer>(ask: () => Promise<Answer | null>, what: string): Promise<Answer> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited a minute for ${what}.`);
}
