import { personWaits } from '../storage/peopleFirst.ts';

const works = new WeakMap<object, Set<Promise<unknown>>>();

/** Remembers work that must be finished before the person who began it may leave. */
export async function underWay<T>(on: object, work: Promise<T>): Promise<T> {
  const all = works.get(on) ?? new Set<Promise<unknown>>();
  works.set(on, all);
  all.add(work);
  personWaits(on, work);
  try {
    return await work;
  } finally {
    all.delete(work);
  }
}

/** Something that is recorded at one go, once whoever makes it goes on. */
export type Unrecorded = {
  readonly isBegun: () => boolean;
  readonly record: () => Promise<unknown>;
};

const unrecorded = new WeakMap<object, Set<Unrecorded>>();

/** Remembers what must be recorded before the person who makes it may leave; the answer forgets it. */
export function recordedFirst(on: object, one: Unrecorded): () => void {
  const all = unrecorded.get(on) ?? new Set<Unrecorded>();
  unrecorded.set(on, all);
  all.add(one);
  return () => all.delete(one);
}

function begunOn(on: object): readonly Unrecorded[] {
  return [...(unrecorded.get(on) ?? [])].filter(({ isBegun }) => isBegun());
}

export function isUnderWay(on: object): boolean {
  return (works.get(on)?.size ?? 0) > 0 || begunOn(on).length > 0;
}

/** Also what the work begins in its turn. */
export async function everythingDone(on: object): Promise<void> {
  for (const { record } of begunOn(on)) void underWay(on, record());
  for (;;) {
    const all = [...(works.get(on) ?? [])];
    if (all.length === 0) return;
    await Promise.allSettled(all);
  }
}
