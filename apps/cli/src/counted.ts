/** `"1 comment"`, `"2 comments"`; `several` where it is not one with an s: `"2 entries"` */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
