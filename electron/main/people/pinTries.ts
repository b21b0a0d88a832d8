import { z } from 'zod';
import type { Clock } from '../machine/clock.ts';
import type { Vault } from '../machine/vault.ts';

/**
 *   0 … 4 wrong   the next try is free
 *   5 … 9 wrong   a growing wait before the next try
 *   10 wrong      locked, until central sends a new key (a new PIN)
 */
const freeTries = 5;
const lockedAt = 10;
const waitSeconds = [30, 60, 300, 900, 1800];

const Tries = z.record(
  z.string(),
  z.object({
    wrong: z.number().int().min(0),
    /** Which key the tries were made on: a new one starts afresh. */
    salt: z.string(),
    bootId: z.string(),
    monotonicMs: z.number(),
    /** The latest wall time seen; a clock set back does not shorten a wait. */
    wallMs: z.number(),
  }),
);
type Tries = z.infer<typeof Tries>;

type PinState =
  | { readonly kind: 'free'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'locked' };

type Key = { readonly personId: string; readonly salt: string };

export type PinTries = {
  readonly state: (key: Key) => PinState;
  /** Counted before the PIN is looked at, so that pulling the plug is not a free try. */
  readonly charge: (key: Key) => Promise<void>;
  readonly clear: (key: Key) => Promise<void>;
};

export async function openPinTries(vault: Vault, clock: Clock, bootId: string): Promise<PinTries> {
  let tries: Tries = (await vault.read('tries', Tries)) ?? {};
  const known = (key: Key) => {
    const found = tries[key.personId];
    return found?.salt === key.salt ? found : null;
  };

  function state(key: Key): PinState {
    const found = known(key);
    const wrong = found?.wrong ?? 0;
    if (wrong >= lockedAt) return { kind: 'locked' };
    const triesLeft = lockedAt - wrong;
    if (found === null || wrong < freeTries) return { kind: 'free', triesLeft };
    const passed =
      found.bootId === bootId
        ? clock.monotonicMs() - found.monotonicMs
        : Math.max(0, clock.now() - found.wallMs);
    const wait = (waitSeconds[wrong - freeTries] ?? 0) * 1000 - passed;
    return wait > 0
      ? { kind: 'wait', seconds: Math.ceil(wait / 1000) }
      : { kind: 'free', triesLeft };
  }

  async function keep(next: Tries) {
    await vault.write('tries', next);
    tries = next;
  }

  return {
    state,
    async charge(key) {
      const before = known(key);
      const entry = {
        wrong: (before?.wrong ?? 0) + 1,
        salt: key.salt,
        bootId,
        monotonicMs: clock.monotonicMs(),
        wallMs: Math.max(clock.now(), before?.wallMs ?? 0),
      };
      await keep({ ...tries, [key.personId]: entry });
    },
    async clear(key) {
      const { [key.personId]: gone, ...others } = tries;
      if (gone !== undefined) await keep(others);
    },
  };
}
