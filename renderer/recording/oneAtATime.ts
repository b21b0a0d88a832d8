const turns = new WeakMap<object, Promise<unknown>>();

/** Runs works on the same thing one after the other, in the order they were asked for. */
export async function oneAtATime<T>(on: object, work: () => Promise<T>): Promise<T> {
  const before = turns.get(on) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(on, mine);
  return await mine;
}
