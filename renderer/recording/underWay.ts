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

export function isUnderWay(on: object): boolean {
  return (works.get(on)?.size ?? 0) > 0;
}

/** Also what the work begins in its turn. */
export async function everythingDone(on: object): Promise<void> {
  for (;;) {
    const all = [...(works.get(on) ?? [])];
    if (all.length === 0) return;
    await Promise.allSettled(all);
  }
}
