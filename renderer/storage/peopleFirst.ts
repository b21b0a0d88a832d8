/*
 * Somebody at work goes before whatever a station does by itself: a page of changes is taken over in
 * small parts while a person works, and none begins while one of their acts is under way.
 */

type Work = { readonly acts: Set<Promise<unknown>>; lastAt: number };
const works = new WeakMap<object, Work>();
const recentlyMs = 20_000;
/**
 * An act that takes longer waits for something else, a person perhaps. Not less: on a busy machine
 * an act of ten questions would find the database taken again before each of them.
 */
const mostMs = 10_000;

/** Something a person waits for has begun. */
export function personWaits(on: object, act: Promise<unknown>): void {
  const work = works.get(on) ?? { acts: new Set(), lastAt: 0 };
  works.set(on, work);
  work.lastAt = performance.now();
  work.acts.add(act);
  const over = () => void work.acts.delete(act);
  act.then(over, over);
}

/** Somebody has done something here a moment ago. */
export function isSomebodyAtWork(on: object): boolean {
  const work = works.get(on);
  return work !== undefined && performance.now() - work.lastAt < recentlyMs;
}

/** Once nobody waits for anything; not for long. */
export async function nobodyWaits(on: object): Promise<void> {
  const acts = works.get(on)?.acts;
  if (!acts || acts.size === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([Promise.allSettled(acts), enough]);
  clearTimeout(timer);
}
