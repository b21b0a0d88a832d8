import { mostWrongPins } from '../../../shared/cases/pins.ts';
import { PersonId } from '../../../shared/ids.ts';
import type { PinTries as ToldTries } from '../../../shared/sync/joiningApi.ts';
import type { Clock } from '../machine/clock.ts';
import type { KeptKeys, KeptTries } from './keptKeys.ts';

/**
 *   0 … 4 wrong   the next try is free
 *   5 … 9 wrong   a growing wait before the next try
 *   10 wrong      locked, until an administrator unlocks the person or gives them a slip
 *   no count      locked: whoever joined has one
 */
const freeTries = 5;
const waitSeconds = [30, 60, 300, 900, 1800];

type PinState =
  | { readonly kind: 'free'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'locked' };

export type PinTries = {
  readonly state: (personId: string) => PinState;
  /** On disk before anybody hears whether the PIN was right, so that pulling the plug is not a free try. */
  readonly charge: (personId: string) => Promise<void>;
  readonly clear: (personId: string) => Promise<void>;
  /** For central, which counts too. */
  readonly counted: () => readonly ToldTries[];
  /** What central knows stands above what a file here says. */
  readonly hear: (told: readonly ToldTries[]) => Promise<void>;
};

export function pinTries(kept: KeptKeys, clock: Clock, bootId: string): PinTries {
  const openedAt = clock.monotonicMs();

  /** At least so much time has passed since: neither a reboot nor a clock that is set makes it more. */
  function passedMs(tries: KeptTries): number {
    const since = tries.bootId === bootId ? tries.monotonicMs : openedAt;
    return Math.max(0, clock.monotonicMs() - since);
  }

  const now = () => ({ bootId, monotonicMs: clock.monotonicMs() });

  function change(personId: string, to: (before: KeptTries) => KeptTries): Promise<void> {
    return kept.change((before) => {
      const tries = before.tries[personId];
      if (tries === undefined) return before;
      const next = to(tries);
      return next === tries ? before : { ...before, tries: { ...before.tries, [personId]: next } };
    });
  }

  return {
    state(personId) {
      const tries = kept.tries()[personId];
      if (tries === undefined) return { kind: 'locked' };
      const wrong = tries.made - tries.cleared;
      if (wrong >= mostWrongPins) return { kind: 'locked' };
      const triesLeft = mostWrongPins - wrong;
      if (wrong < freeTries) return { kind: 'free', triesLeft };
      const wait = (waitSeconds[wrong - freeTries] ?? 0) * 1000 - passedMs(tries);
      return wait > 0
        ? { kind: 'wait', seconds: Math.ceil(wait / 1000) }
        : { kind: 'free', triesLeft };
    },
    charge: (personId) =>
      change(personId, (before) => ({ ...before, ...now(), made: before.made + 1 })),
    clear: (personId) =>
      change(personId, (before) =>
        before.cleared === before.made ? before : { ...before, cleared: before.made },
      ),
    counted: () =>
      Object.entries(kept.tries()).flatMap(([personId, { made, cleared }]) => {
        const id = PersonId.safeParse(personId);
        return made > 0 && id.success ? [{ personId: id.data, made, cleared }] : [];
      }),
    async hear(told) {
      for (const { personId, made, cleared } of told)
        await change(personId, (before) => {
          if (made <= before.made && cleared <= before.cleared) return before;
          return {
            ...before,
            ...(made > before.made && now()),
            made: Math.max(made, before.made),
            cleared: Math.max(cleared, before.cleared),
          };
        });
    },
  };
}
