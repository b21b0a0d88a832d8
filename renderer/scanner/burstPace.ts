import { type BurstState, type Gathered, isLocked } from './burstState.ts';
import { isPartOfPrefix } from './burstText.ts';
import type { KeyDown } from './keyFeed.ts';
import type { ScannerProfile } from './profile.ts';
import { slowGapMs, tapMs } from './slowRun.ts';

/** The longest a key waits while a finger is on it: hands press longer than scanners do. */
export const holdMs = 35;
/** How long to wait for a suffix when nobody can be typing: the computer may be slow to tell. */
const patienceMs = 300;
/** The same where every scan had one so far: half a code is another code, and never taken. */
const knownSuffixMs = 5_000;

export function paceOf(
  { keys, proved, activeAt }: BurstState,
  down: KeyDown,
  profile: ScannerProfile,
): 'machine' | 'quick' | undefined {
  const last = keys.at(-1);
  if (last === undefined) return undefined;
  const gap = down.timeStamp - activeAt;
  if (gap <= (proved ? patienceMs : shortHold(profile))) return 'machine';
  if (gap <= slowGapMs && isTap(last)) return 'machine';
  // A hand this quick presses the next key before it lets go of the last.
  if (gap > profile.maxKeyGapMs || last.upAt === null) return undefined;
  return last.upAt - last.down.timeStamp <= shortHold(profile) ? 'machine' : 'quick';
}

function isTap({ down, upAt }: Gathered): boolean {
  return upAt !== null && upAt - down.timeStamp < tapMs;
}

/** How long after a scan its rest may come: a second suffix keeps the pace of the first. */
export function restMs(
  { keys, activeAt }: BurstState,
  at: number,
  profile: ScannerProfile,
): number {
  const times = [...keys.map(({ down }) => down.timeStamp), Math.max(at, activeAt)];
  const isSlow = times.some((time, i) => time - (times[i - 1] ?? time) > profile.maxKeyGapMs);
  return isSlow ? slowGapMs : profile.maxKeyGapMs;
}

function shortHold(profile: ScannerProfile): number {
  return Math.min(holdMs, profile.maxKeyGapMs);
}

export function wakeTime(state: BurstState, profile: ScannerProfile): number | null {
  const last = state.keys.at(-1);
  if (last === undefined || last.fate !== 'held') return state.wakeAt;
  const awaitsSuffix = profile.suffix !== 'none' && isLocked(state);
  if (awaitsSuffix && (state.proved || state.keys.every(({ down }) => down.effect !== 'text')))
    return state.activeAt + (state.suffixHabit === 'always' ? knownSuffixMs : patienceMs);
  const isHand = last.upAt === null && !isLocked(state) && !isPartOfPrefix(state.keys, profile);
  if (isHand) return state.activeAt + shortHold(profile);
  return state.activeAt + (isTap(last) ? slowGapMs : profile.maxKeyGapMs);
}
