/** The illustrative guide and its marked-up files, which the page brings along: address by path. */
const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob("../../../../fixtures/illustrative/files/*.docx", {
  query: "?url",
  import: "default",
  eager: true,
});

/** Fetches them from where the page came from. They are written for invented delegations. */
export function illustrativeFiles(): Promise<readonly File[]> {
  return Promise.all(
    Object.entries(ADDRESSES).map(async ([path, address]) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      return new File([await answer.blob()], path.slice(path.lastIndexOf("/") + 1));
    }),
  );
}
