import { nextTask } from '../storage/nextTask.ts';

/** No longer than a person notices. */
const sliceMs = 8;

/** Maps thousands of values without holding the thread: keys and scans come in between. */
export async function inSlices<T, R>(values: readonly T[], map: (value: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  let since = performance.now();
  for (const value of values) {
    mapped.push(map(value));
    if (performance.now() - since < sliceMs) continue;
    await nextTask();
    since = performance.now();
  }
  return mapped;
}
