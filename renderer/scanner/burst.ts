import { assertNever } from '../../shared/result.ts';
import { endedBySuffix, endOf, provesItself, released } from './burstEnding.ts';
import { paceOf, wakeTime } from './burstPace.ts';
import {
  type BurstState,
  type Decision,
  forgotten,
  type Gathered,
  idle,
  isLocked,
  keptBack,
  withLast,
} from './burstState.ts';
import { beginsPrefix, isPartOfPrefix, isProved, isSuffix } from './burstText.ts';
import type { Feed, KeyDown, KeyUp } from './keyFeed.ts';
import { endsLooseRun, looseUp, looseWith } from './looseRun.ts';
import type { ScannerProfile } from './profile.ts';
import { endsRun, runWith, slowGapMs } from './slowRun.ts';
import { altCharacter, tokenOf } from './tokenOf.ts';

const keysKept = 1000;

/** Decides what becomes of a key. Pure: the same feeds give the same decisions. */
export function classifyBurst(state: BurstState, feed: Feed, profile: ScannerProfile): Decision {
  switch (feed.type) {
    case 'down':
      return onDown(feed.repeat ? state : forgotten(state, feed.code), feed, profile);
    case 'up':
      return onUp(state, feed, profile);
    case 'tick':
      return onTick(state, feed.timeStamp, profile);
    case 'stop': {
      const left = isLocked(state) ? { state: idle, steps: [] } : released(state);
      const { suffixHabit } = state;
      const over = suffixHabit === 'unknown' ? idle : { ...idle, suffixHabit };
      return { state: over, verdict: 'pass', steps: left.steps };
    }
    default:
      return assertNever(feed);
  }
}

function onDown(state: BurstState, down: KeyDown, profile: ScannerProfile): Decision {
  if (down.repeat) {
    const kept = state.ups.get(down.code);
    const hold = kept === 'keep' || (kept === 'repeat' && down.key === ' ');
    return { state, verdict: hold ? 'hold' : 'pass', steps: [] };
  }
  if (down.effect === 'modifier') {
    const isScanning = isLocked(state) && down.timeStamp - state.activeAt <= profile.maxKeyGapMs;
    if (!isScanning) return { state, verdict: 'pass', steps: [] };
    return { state: keptBack(state, down.code), verdict: 'hold', steps: [] };
  }
  const isAltDigit = down.alt && /^Numpad\d$/.test(down.code);
  const token = isAltDigit ? '' : tokenOf(down, profile);
  const { run, loose } = state;
  const runs = { run: runWith(run, down, token), loose: looseWith(loose, down, token) };
  const decided = onKey({ ...state, ...runs }, down, token, profile);
  // Read already, or held as the rest of a scan: nothing slow about it.
  if (decided.verdict === 'hold' && isLocked(decided.state)) return decided;
  const isSure = endsRun(run, down, token);
  const isOver = isSure || endsLooseRun(loose, down, token);
  if (decided.steps.some(({ kind }) => kind === 'scanned') || !isOver) return decided;
  const { text, inText } = isSure ? run : loose;
  if (inText) return { ...decided, steps: [...decided.steps, { kind: 'unread', text, isSure }] };
  const quietUntil = down.timeStamp + slowGapMs;
  const { ups, suffixHabit } = state;
  const cleared = { ...idle, ups, quietUntil, suffixHabit, activeAt: down.timeStamp };
  const scanned = { kind: 'scanned', text } as const;
  return { state: keptBack(cleared, down.code), verdict: 'hold', steps: [scanned] };
}

function onKey(state: BurstState, down: KeyDown, token: string, profile: ScannerProfile): Decision {
  const isAltDigit = token === '';
  const follows = paceOf(state, down, profile);
  if (follows === undefined || beginsPrefix(state, token, profile)) {
    const ended = endOf(state, profile);
    const fresh = { ...ended.state, afterScan: down.timeStamp <= state.quietUntil };
    const added = gather(fresh, down, token, 'first', profile);
    return { ...added, steps: [...ended.steps, ...added.steps] };
  }
  if (isSuffix(token, profile)) {
    const ending = endedBySuffix(state, down, follows, profile);
    if (ending !== undefined) return ending;
  }
  const digits = isAltDigit ? state.altDigits + down.code.slice(-1) : '';
  return gather({ ...state, altDigits: digits }, down, token, follows, profile);
}

function gather(
  state: BurstState,
  down: KeyDown,
  token: string,
  pace: Gathered['pace'],
  profile: ScannerProfile,
): Decision {
  const key: Gathered = { down, token, upAt: null, pace, fate: 'passed' };
  const keys = state.keys.length < keysKept ? [...state.keys, key] : state.keys;
  const grown = { ...state, keys, activeAt: down.timeStamp };
  const next = { ...grown, proved: state.proved || isProved(keys, profile) };
  const wait =
    isLocked(next) ||
    isPartOfPrefix(keys, profile) ||
    down.effect === 'control' ||
    state.keys.some(({ fate }) => fate === 'held');
  if (!wait) return { state: next, verdict: 'pass', steps: [] };
  if (down.effect === 'native' && pace === 'quick' && !isLocked(next)) {
    const before = released(state);
    return {
      state: { ...next, ups: before.state.ups, wakeAt: null, keys: [...before.state.keys, key] },
      verdict: 'pass',
      steps: before.steps,
    };
  }
  const held = withLast(keptBack(next, down.code), { fate: 'held' });
  return { state: { ...held, wakeAt: wakeTime(held, profile) }, verdict: 'hold', steps: [] };
}

function onUp(state: BurstState, up: KeyUp, profile: ScannerProfile): Decision {
  const ups = new Map(state.ups);
  const kept = ups.get(up.code);
  ups.delete(up.code);
  const at = state.keys.findLastIndex((key) => key.down.code === up.code && key.upAt === null);
  const keys = state.keys.map((key, i) => (i === at ? { ...key, upAt: up.timeStamp } : key));
  let next: BurstState = { ...state, ups, keys, loose: looseUp(state.loose, up) };
  if (up.key === 'Alt' && state.altDigits !== '')
    next = {
      ...withLast(next, { token: altCharacter(state.altDigits) }),
      altDigits: '',
      activeAt: up.timeStamp,
    };
  return {
    state: { ...next, wakeAt: state.wakeAt === null ? null : wakeTime(next, profile) },
    verdict: kept === undefined ? 'pass' : 'hold',
    steps: kept === 'repeat' ? [{ kind: 'releaseUp', up }] : [],
  };
}

function onTick(state: BurstState, timeStamp: number, profile: ScannerProfile): Decision {
  if (state.wakeAt === null || timeStamp < state.wakeAt)
    return { state, verdict: 'pass', steps: [] };
  const isOver = state.proved || state.afterScan || provesItself(state, profile);
  // Keys let go on still count: a slow scanner ends with its suffix all the same.
  return { verdict: 'pass', ...(isOver ? endOf(state, profile) : released(state)) };
}
