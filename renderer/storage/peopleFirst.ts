import { nextTask } from './nextTask.ts';

/*
 * Somebody at work goes before whatever a station does by itself: a page of changes is taken over in
 * small parts while a person works, and none begins while one of their acts is under way, or keys
 * come that will be one.
 */

type Work = {
  readonly acts: Set<Promise<unknown>>;
  /** Told once of what a person does next. */
  readonly waiting: Set<() => void>;
  lastAt: number;
  pressedAt: number;
};
const works = new WeakMap<object, Work>();
const recentlyMs = 20_000;
/** Longer than from one scan to the next of somebody at a parcel. */
const quietMs = 2_000;
/**
 * An act that takes longer waits for something else, a person perhaps. Not less: on a busy machine
 * an act of ten questions would find the database taken again before each of them.
 */
const mostMs = 10_000;
/** From one key of a scanner to its next, and from the last to the scan. */
const keysMs = 80;
/** Whoever types without a pause still gets what is new. */
const mostKeysMs = 1_000;

/** Something a person waits for has begun. */
export function personWaits(on: object, act: Promise<unknown>): void {
  const work = begins(on);
  work.acts.add(act);
  const over = () => void work.acts.delete(act);
  act.then(over, over);
}

/** A key went down, by hand or by a scanner: something a person waits for may follow. */
export function personPresses(on: object): void {
  const work = begins(on);
  work.pressedAt = work.lastAt;
}

function begins(on: object): Work {
  const work = workOn(on);
  work.lastAt = performance.now();
  const told = [...work.waiting];
  work.waiting.clear();
  for (const tell of told) tell();
  return work;
}

/** Somebody has done something here a moment ago. */
export function isSomebodyAtWork(on: object): boolean {
  const work = works.get(on);
  return work !== undefined && performance.now() - work.lastAt < recentlyMs;
}

/** Nobody has done anything for a moment: what begins now may be large, if it gives way (`untilSomebodyActs`). */
export function isQuiet(on: object): boolean {
  const work = works.get(on);
  return work === undefined || performance.now() - work.lastAt >= quietMs;
}

/**
 * Does what can be done again, and gives way to the first thing a person does meanwhile, a key or an
 * act: `signal` tells it to break off. null where it did.
 */
export async function untilSomebodyActs<T>(
  on: object,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<{ readonly done: T } | null> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const { waiting } = workOn(on);
  waiting.add(end);
  try {
    return { done: await act(ending.signal) };
  } catch (cause) {
    if (ending.signal.aborted) return null;
    throw cause;
  } finally {
    waiting.delete(end);
  }
}

/** Once nobody waits for anything; not for long. Input that has come meanwhile is heard before. */
export async function nobodyWaits(on: object): Promise<void> {
  const work = works.get(on);
  if (work === undefined) return;
  await nextTask();
  await keysOver(work);
  await actsOver(work);
}

async function keysOver(work: Work): Promise<void> {
  const until = performance.now() + mostKeysMs;
  for (;;) {
    const now = performance.now();
    const left = Math.min(work.pressedAt + keysMs, until) - now;
    if (left <= 0) return;
    await new Promise((resolve) => {
      setTimeout(resolve, left);
    });
  }
}

async function actsOver({ acts }: Work): Promise<void> {
  if (acts.size === 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([Promise.allSettled(acts), enough]);
  clearTimeout(timer);
}

function workOn(on: object): Work {
  const work = works.get(on) ?? {
    acts: new Set(),
    waiting: new Set(),
    lastAt: Number.NEGATIVE_INFINITY,
    pressedAt: Number.NEGATIVE_INFINITY,
  };
  works.set(on, work);
  return work;
}
