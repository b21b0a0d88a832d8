/** A contract's id in the feed: its versions live side by side. */
export function contractKey(id: string, version: number): string {
  return `${id}.v${version}`;
}
