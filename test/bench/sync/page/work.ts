/** What a contender did for one row of the table, once. */
export type Measured = {
  /** One time per repetition of the act; a single one where the whole is timed. */
  readonly ms: readonly number[];
  /** What else was seen: bytes of heap, queries that ran. */
  readonly figures?: Readonly<Record<string, number>>;
};

export type Given = {
  /** How many of them: saves, lines, look-ups, photos, commands. */
  readonly count: number;
  /** Addresses and tokens of whoever answers. */
  readonly at: Readonly<Record<string, string>>;
};

export type Work = (given: Given) => Promise<Measured>;

declare global {
  // The bundle of a contender puts its works there; the runner calls them by name.
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    contender?: Readonly<Record<string, Work>>;
  }
}

/** Times `act` once for each number, after a few that are not counted. */
export async function timed(
  count: number,
  act: (index: number) => Promise<void>,
  warmUps = 10,
): Promise<readonly number[]> {
  const ms: number[] = [];
  for (let index = 0; index < warmUps + count; index += 1) {
    const start = performance.now();
    await act(index);
    if (index >= warmUps) ms.push(performance.now() - start);
  }
  return ms;
}

/** Read back, and as expected: what was measured did happen. */
export function verify(what: string, seen: unknown, expected: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(expected)}`);
}
