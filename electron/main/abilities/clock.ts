import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The two clocks of a station. `monotonicMs` counts since the machine started and cannot be set. */
export type Clock = {
  readonly now: () => number;
  readonly monotonicMs: () => number;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => Number(process.hrtime.bigint() / 1000n) / 1000,
};

/** Names the period in which `monotonicMs` may be compared: this boot, or at least this process. */
export async function bootIdOf(file = '/proc/sys/kernel/random/boot_id'): Promise<string> {
  try {
    const id = (await readFile(file, 'utf8')).trim();
    return /^[0-9a-f-]{36}$/.test(id) ? id : randomUUID();
  } catch {
    return randomUUID();
  }
}
