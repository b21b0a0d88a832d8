import type { DesktopInput, DesktopOutput } from '../../../shared/desktop/desktopApi.ts';
import type { Clock } from '../machine/clock.ts';

type Locked = DesktopOutput<'stayAwake'>['locked'];

export type AutoLock = {
  /** Somebody signed in: their time begins. */
  readonly begin: () => void;
  /** A key, a touch or a pointer in the window. */
  readonly sawInput: () => void;
  /** The screen is locked, or the computer goes to sleep. */
  readonly computerLocks: () => void;
  /** What the page says of the work at hand; it hears whether it is locked. */
  readonly stayAwake: (said: DesktopInput<'stayAwake'>) => Locked;
  readonly close: () => void;
};

type Deps = {
  readonly clock: Clock;
  readonly isOn: boolean;
  readonly isSomebodyThere: () => boolean;
  /** Their key leaves the memory. */
  readonly lock: () => void;
};

const minuteMs = 60_000;
const lookEveryMs = 1000;
/** While work lies open, gloved hands may be busy with it; no longer than this. */
const openWorkHoldsMs = 60 * minuteMs;
/** In which the page saves what was begun and seals what was decided, with the key of who leaves. */
const graceMs = 5000;
/** Before the page says what its site wants. */
const shortest = { minutes: 2, isWorkOpen: false };

/**
 *   at work ──nobody does anything, the computer locks or slept──▶ falling ──5 s, or the page is done──▶ locked
 *
 * The page tells what work is open; whether anybody is there is seen here, and the key is taken away
 * whatever the page does.
 */
export function openAutoLock({ clock, isOn, isSomebodyThere, lock }: Deps): AutoLock {
  let said: Pick<DesktopInput<'stayAwake'>, 'minutes' | 'isWorkOpen'> = shortest;
  let seen = { monotonic: clock.monotonicMs(), wall: clock.now() };
  let lookedAt = clock.now();
  let falling: { readonly why: 'idle' | 'computer'; readonly since: number } | null = null;

  function saw() {
    seen = { monotonic: clock.monotonicMs(), wall: clock.now() };
  }

  function fall(why: 'idle' | 'computer') {
    if (isOn && isSomebodyThere() && falling === null)
      falling = { why, since: clock.monotonicMs() };
  }

  // Looked at in steps, not by one long timer: those stand still while the computer sleeps.
  function look() {
    const now = clock.now();
    const limit = said.minutes * minuteMs;
    const hasSlept = now - lookedAt >= limit;
    lookedAt = now;
    if (!isSomebodyThere()) {
      falling = null;
      return;
    }
    if (falling !== null && clock.monotonicMs() - falling.since >= graceMs) {
      lock();
      return;
    }
    // Asleep the monotonic clock stands still, and the wall clock may be set: whichever says more.
    const idle = Math.max(clock.monotonicMs() - seen.monotonic, now - seen.wall);
    if (hasSlept) fall('computer');
    else if (idle >= (said.isWorkOpen ? Math.max(limit, openWorkHoldsMs) : limit)) fall('idle');
  }

  const looking = setInterval(look, lookEveryMs);
  looking.unref();

  return {
    begin() {
      said = shortest;
      falling = null;
      lookedAt = clock.now();
      saw();
    },
    sawInput: saw,
    computerLocks: () => fall('computer'),
    stayAwake({ minutes, isWorkOpen, hasWorked }) {
      if (!isSomebodyThere()) return 'gone';
      // The minutes begin when open work is done.
      if (hasWorked || (said.isWorkOpen && !isWorkOpen)) saw();
      said = { minutes, isWorkOpen };
      return falling?.why ?? 'no';
    },
    close: () => clearInterval(looking),
  };
}
