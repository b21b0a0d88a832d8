import { assertNever } from '../../shared/result.ts';
import type { Feed, KeyDown, KeyUp } from './keyFeed.ts';
import { endsLooseRun, type LooseRun, looseUp, looseWith, noLooseRun } from './looseRun.ts';
import type { ScannerProfile } from './profile.ts';
import { endsRun, noRun, runWith, type SlowRun, slowGapMs, tapMs } from './slowRun.ts';
import { altCharacter, prefixTokens, textOf, tokenOf } from './tokenOf.ts';

/**
 *                 prefix, or four keys at a machine's pace
 *   idle ──key──▶ gathering ───────────────────────────────▶ locked
 *    ▲               │ │ pause, overlap of fingers             │ suffix, or pause
 *    │               │ └──▶ held keys go on as typed           ▼
 *    └───────────────┴─────────────────────────────────────  scanned
 *
 * While gathering, text goes straight into a text field (it can be taken back) and every other key
 * waits a moment. Once locked, nothing reaches the interface.
 */
export type BurstState = {
  readonly keys: readonly Gathered[];
  readonly proved: boolean;
  /** The sequence began in the wake of a scan: it is the rest of it, never a person. */
  readonly afterScan: boolean;
  readonly quietUntil: number;
  readonly activeAt: number;
  /** Keys still down whose release must be kept from the interface, or repeated to it. */
  readonly ups: ReadonlyMap<string, 'keep' | 'repeat'>;
  readonly altDigits: string;
  /** The characters of late, however slow: what a slow scanner ends with must press nothing. */
  readonly run: SlowRun;
  readonly loose: LooseRun;
  /** When to feed a `tick`, if no key comes before. */
  readonly wakeAt: number | null;
};

type Gathered = {
  readonly down: KeyDown;
  readonly token: string;
  readonly upAt: number | null;
  /** How it followed the key before: at a pace no hand has, or one a quick hand might have. */
  readonly pace: 'first' | 'machine' | 'quick';
  readonly fate: 'passed' | 'held' | 'released' | 'dropped';
};

type Step =
  /** Put back fields and focus as they were when the sequence began. */
  | { readonly kind: 'restore' }
  /** Let a key take effect after all; `up` when it was already let go. */
  | { readonly kind: 'release'; readonly down: KeyDown; readonly up: boolean }
  | { readonly kind: 'releaseUp'; readonly up: KeyUp }
  | { readonly kind: 'scanned'; readonly text: string }
  /** It looked like a scan and was taken for typing: somebody must be told. `isSure`: by its pace. */
  | { readonly kind: 'unread'; readonly text: string; readonly isSure: boolean };

export type Decision = {
  readonly state: BurstState;
  /** What to do with the key just fed; meaningless for `tick` and `stop`. */
  readonly verdict: 'pass' | 'hold';
  readonly steps: readonly Step[];
};

/** The longest a key waits while a finger is on it: hands press longer than scanners do. */
export const holdMs = 35;
/** How long to wait for a suffix when nobody can be typing: the computer may be slow to tell. */
const patienceMs = 300;
const shortestScan = 4;
const keysKept = 1000;

export const idle: BurstState = {
  keys: [],
  proved: false,
  afterScan: false,
  quietUntil: Number.NEGATIVE_INFINITY,
  activeAt: Number.NEGATIVE_INFINITY,
  ups: new Map(),
  altDigits: '',
  run: noRun,
  loose: noLooseRun,
  wakeAt: null,
};

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
      return { state: idle, verdict: 'pass', steps: left.steps };
    }
    default:
      return assertNever(feed);
  }
}

/** From here on the keys are a scanner's, whatever they are. */
export function isLocked({ keys, proved, afterScan }: BurstState): boolean {
  if (proved || (afterScan && keys.length > 0)) return true;
  return keys.length >= shortestScan && atMachinePace(keys);
}

function atMachinePace(keys: readonly Gathered[]): boolean {
  return keys.every(({ pace }) => pace !== 'quick');
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
  const cleared = { ...idle, ups: state.ups, quietUntil, activeAt: down.timeStamp };
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

/** A key pressed again has been let go, even where nobody told. */
function forgotten(state: BurstState, code: string): BurstState {
  if (!state.ups.has(code)) return state;
  return { ...state, ups: new Map([...state.ups].filter(([other]) => other !== code)) };
}

function paceOf(
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
function restMs({ keys, activeAt }: BurstState, at: number, profile: ScannerProfile): number {
  const times = [...keys.map(({ down }) => down.timeStamp), Math.max(at, activeAt)];
  const isSlow = times.some((time, i) => time - (times[i - 1] ?? time) > profile.maxKeyGapMs);
  return isSlow ? slowGapMs : profile.maxKeyGapMs;
}

function shortHold(profile: ScannerProfile): number {
  return Math.min(holdMs, profile.maxKeyGapMs);
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

function wakeTime(state: BurstState, profile: ScannerProfile): number | null {
  const last = state.keys.at(-1);
  if (last === undefined || last.fate !== 'held') return state.wakeAt;
  const awaitsSuffix = profile.suffix !== 'none' && isLocked(state);
  if (awaitsSuffix && (state.proved || state.keys.every(({ down }) => down.effect !== 'text')))
    return state.activeAt + patienceMs;
  const isHand = last.upAt === null && !isLocked(state) && !isPartOfPrefix(state.keys, profile);
  if (isHand) return state.activeAt + shortHold(profile);
  return state.activeAt + (isTap(last) ? slowGapMs : profile.maxKeyGapMs);
}

function withLast(state: BurstState, change: Partial<Gathered>): BurstState {
  const last = state.keys.at(-1);
  return last === undefined
    ? state
    : { ...state, keys: [...state.keys.slice(0, -1), { ...last, ...change }] };
}

function keptBack(state: BurstState, code: string): BurstState {
  return { ...state, ups: new Map(state.ups).set(code, 'keep') };
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

type Ending = { readonly state: BurstState; readonly steps: readonly Step[] };

/** The suffix after at least one character; `undefined` when it may be a person's own Enter. */
function endedBySuffix(
  state: BurstState,
  down: KeyDown,
  pace: Gathered['pace'],
  profile: ScannerProfile,
): Decision | undefined {
  const characters = printable(state, profile).length;
  if (characters === 0) return undefined;
  const isScan = state.proved || characters >= shortestScan;
  const isMachine = state.afterScan || (pace === 'machine' && atMachinePace(state.keys));
  if (!isScan && !isMachine) return undefined;
  const quietUntil = down.timeStamp + restMs(state, down.timeStamp, profile);
  const cleared = { ...idle, ups: state.ups, quietUntil, activeAt: down.timeStamp };
  return {
    state: keptBack(cleared, down.code),
    verdict: 'hold',
    steps: isScan ? scanSteps(state, profile) : [{ kind: 'restore' }],
  };
}

/** The sequence is over without its suffix. */
function endOf(state: BurstState, profile: ScannerProfile): Ending {
  const { run, loose, ups, quietUntil: quiet } = state;
  const cleared = { ...idle, run, loose, ups, quietUntil: quiet };
  if (state.keys.length === 0) return { state: cleared, steps: [] };
  const isScan = state.proved ? printable(state, profile).length > 0 : provesItself(state, profile);
  if (isScan) {
    const quietUntil = state.activeAt + restMs(state, state.activeAt, profile);
    return { state: { ...cleared, quietUntil }, steps: scanSteps(state, profile) };
  }
  if (state.proved || state.afterScan) return { state: cleared, steps: [{ kind: 'restore' }] };
  const left = released(state);
  return { state: { ...cleared, ups: left.state.ups }, steps: left.steps };
}

/** A roll of fingers in a text field can be as quick, but it does not end in a control character. */
function provesItself(state: BurstState, profile: ScannerProfile): boolean {
  if (printable(state, profile).length < shortestScan || !atMachinePace(state.keys)) return false;
  return (
    profile.suffix === 'none' ||
    state.keys.every(({ down }) => down.effect !== 'text') ||
    state.keys.some(({ token }) => token !== '' && !isPrintable(token))
  );
}

function scanSteps(state: BurstState, profile: ScannerProfile): readonly Step[] {
  const text = textOf(tokensOf(state, profile)).replace(/^[\r\n\t]+|[\r\n\t]+$/g, '');
  return [{ kind: 'restore' }, { kind: 'scanned', text }];
}

/** Held keys go on. Those that came with a neighbour at a machine's pace would press or choose: never. */
function released(state: BurstState): Ending {
  const ups = new Map(state.ups);
  const steps: Step[] = [];
  const keys = state.keys.map((key, i): Gathered => {
    if (key.fate !== 'held') return key;
    const { down, upAt } = key;
    const fromMachine = key.pace === 'machine' || state.keys[i + 1]?.pace === 'machine';
    if (down.effect === 'native' || (down.effect === 'control' && fromMachine))
      return { ...key, fate: 'dropped' };
    if (upAt === null) ups.set(down.code, 'repeat');
    steps.push({ kind: 'release', down, up: upAt !== null });
    return { ...key, fate: 'released' };
  });
  return { state: { ...state, keys, ups, wakeAt: null }, steps };
}

function isSuffix(token: string, { suffix }: ScannerProfile): boolean {
  if (suffix === 'Tab') return token === '\t';
  return suffix === 'Enter' && (token === '\r' || token === '\n');
}

function isPrintable(token: string): boolean {
  return token.length === 1 && (token === '\u001d' || (token >= ' ' && token !== '\u007f'));
}

function printable(state: BurstState, profile: ScannerProfile): readonly string[] {
  return tokensOf(state, profile).filter(isPrintable);
}

function tokensOf({ keys, proved }: BurstState, profile: ScannerProfile): readonly string[] {
  const tokens = keys.map(({ token }) => token);
  const isKept = !proved || profile.prefix === ']';
  return isKept ? tokens : tokens.slice(prefixTokens(profile.prefix).length);
}

/** One more key than the prefix has, so that a person may still type the prefix's own character. */
function isProved(keys: readonly Gathered[], profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return prefix.length > 0 && keys.length > prefix.length && matches(keys, prefix);
}

function isPartOfPrefix(keys: readonly Gathered[], profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return keys.length <= prefix.length && matches(keys, prefix.slice(0, keys.length));
}

function matches(keys: readonly Gathered[], tokens: readonly string[]): boolean {
  return tokens.every((token, i) => keys[i]?.token === token);
}

/** A scan may start right after a person's key. */
function beginsPrefix(state: BurstState, token: string, profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return token === prefix[0] && !isLocked(state) && !isPartOfPrefix(state.keys, profile);
}
