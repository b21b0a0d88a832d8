import type { KeyDown, KeyUp } from './keyFeed.ts';
import { type LooseRun, noLooseRun } from './looseRun.ts';
import { noRun, type SlowRun } from './slowRun.ts';

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
  /**
   * What scans ended with so far. Where all of them had their suffix, what comes without one is not whole
   * yet; where one was waited for in vain, another scanner is about that sends none.
   */
  readonly suffixHabit: 'unknown' | 'always' | 'notAlways';
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

export type Gathered = {
  readonly down: KeyDown;
  readonly token: string;
  readonly upAt: number | null;
  /** How it followed the key before: at a pace no hand has, or one a quick hand might have. */
  readonly pace: 'first' | 'machine' | 'quick';
  readonly fate: 'passed' | 'held' | 'released' | 'dropped';
};

export type Step =
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

/** Characters; fewer at a machine's pace prove nothing. */
export const shortestScan = 4;

export const idle: BurstState = {
  keys: [],
  proved: false,
  afterScan: false,
  quietUntil: Number.NEGATIVE_INFINITY,
  suffixHabit: 'unknown',
  activeAt: Number.NEGATIVE_INFINITY,
  ups: new Map(),
  altDigits: '',
  run: noRun,
  loose: noLooseRun,
  wakeAt: null,
};

/** From here on the keys are a scanner's, whatever they are. */
export function isLocked({ keys, proved, afterScan }: BurstState): boolean {
  if (proved || (afterScan && keys.length > 0)) return true;
  return keys.length >= shortestScan && atMachinePace(keys);
}

export function atMachinePace(keys: readonly Gathered[]): boolean {
  return keys.every(({ pace }) => pace !== 'quick');
}

/** A key pressed again has been let go, even where nobody told. */
export function forgotten(state: BurstState, code: string): BurstState {
  if (!state.ups.has(code)) return state;
  return { ...state, ups: new Map([...state.ups].filter(([other]) => other !== code)) };
}

export function withLast(state: BurstState, change: Partial<Gathered>): BurstState {
  const last = state.keys.at(-1);
  return last === undefined
    ? state
    : { ...state, keys: [...state.keys.slice(0, -1), { ...last, ...change }] };
}

export function keptBack(state: BurstState, code: string): BurstState {
  return { ...state, ups: new Map(state.ups).set(code, 'keep') };
}
