/** Does a piece of work when there is room for it; null: too many wait already, and it is not done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T | null>;

/** So many at once, the rest in the order they came. */
export function inTurn(atOnce: number, mostWaiting: number): InTurn {
  const waiting: (() => void)[] = [];
  let atWork = 0;
  return async (work) => {
    if (atWork >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      await new Promise<void>((begin) => {
        waiting.push(begin);
      });
    } else atWork += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over this one's room.
      const next = waiting.shift();
      if (next) next();
      else atWork -= 1;
    }
  };
}
