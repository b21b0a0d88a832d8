import { nextTask } from './nextTask.ts';

/*
 * Somebody at work goes before whatever a station does by itself: a page of changes is taken over in
 * small parts while a person works, and none begins while one of their acts is under way, or keys
 * come that will be one.
 */

type Work = { readonly acts: Set<Promise<unknown>>; lastAt: number; pressedAt: number };
const works = new WeakMap<object, Work>();
const recentlyMs = 20_000;
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
  const work = workOn(on);
  work.lastAt = performance.now();
  work.acts.add(act);
  const over = () => void work.acts.delete(act);
  act.then(over, over);
}

/** A key went down, by hand or by a scanner: something a person waits for may follow. */
export function personPresses(on: object): void {
  const work = workOn(on);
  work.lastAt = performance.now();
  work.pressedAt = work.lastAt;
}

/** Somebody has done something here a moment ago. */
export function isSomebodyAtWork(on: object): boolean {
  const work = works.get(on);
  return work !== undefined && performance.now() - work.lastAt < recentlyMs;
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
  const work = works.get(on) ?? { acts: new Set(), lastAt: -Infinity, pressedAt: -Infinity };
  works.set(on, work);
  return work;
}
