/** What becomes of keys, fed to the scanner's machine as a window would. */
import { classifyBurst } from '../../../renderer/scanner/burst.ts';
import { type BurstState, idle } from '../../../renderer/scanner/burstState.ts';
import type { Feed, KeyDown, KeyEffect } from '../../../renderer/scanner/keyFeed.ts';
import { type ScannerProfile, usualScanner } from '../../../renderer/scanner/profile.ts';
import { keysOfScan, type Stroke, strokesOf, type TimedKey, type Wedge } from './wedge.ts';

export type Focus = 'text' | 'button';

const modifiers = ['Shift', 'Control', 'Alt'];

/** Keys as the window would feed them, with the focus on a text field or on a button. */
export function feedsOf(keys: readonly TimedKey[], focus: Focus): readonly Feed[] {
  return keys.map((key): Feed => {
    if (key.type === 'down') return downOf(key, key.at, focus);
    return { type: 'up', code: key.code, key: key.key, location: 0, timeStamp: key.at };
  });
}

export function downOf(stroke: Stroke, timeStamp: number, focus: Focus): KeyDown {
  const { code, key, shift, control, alt } = stroke;
  const unheld = { meta: false, altGraph: false, capsLock: false, repeat: false };
  const effect = effectOf(stroke, focus);
  return {
    type: 'down',
    code,
    key,
    location: 0,
    timeStamp,
    shift,
    control,
    alt,
    ...unheld,
    effect,
  };
}

function effectOf({ key, control, alt }: Stroke, focus: Focus): KeyEffect {
  if (modifiers.includes(key)) return 'modifier';
  if (key === 'Tab' || alt) return 'native';
  return focus === 'text' && key.length === 1 && !control ? 'text' : 'control';
}

type Outcome = {
  scans: string[];
  unread: number;
  /** Of those unread, what looks like a code at a pace a hand might have. */
  doubtful: string[];
  /** Keys the interface saw, at once or later, with the time it saw them. */
  seen: { key: string; pressedAt: number; seenAt: number }[];
  ups: string[];
  restored: number;
  state: BurstState;
};

/** Runs feeds as the window would, waking the machine when it asked to be woken. */
export function run(feeds: readonly Feed[], profile: ScannerProfile = usualScanner): Outcome {
  const outcome: Outcome = {
    scans: [],
    unread: 0,
    doubtful: [],
    seen: [],
    ups: [],
    restored: 0,
    state: idle,
  };
  const take = (feed: Feed, now: number) => {
    const { state, verdict, steps } = classifyBurst(outcome.state, feed, profile);
    outcome.state = state;
    for (const step of steps) {
      if (step.kind === 'scanned') outcome.scans.push(step.text);
      if (step.kind === 'unread') {
        outcome.unread += 1;
        if (!step.isSure) outcome.doubtful.push(step.text);
      }
      if (step.kind === 'restore') outcome.restored += 1;
      if (step.kind === 'releaseUp') outcome.ups.push(step.up.key);
      if (step.kind === 'release') {
        outcome.seen.push({ key: step.down.key, pressedAt: step.down.timeStamp, seenAt: now });
        if (step.up) outcome.ups.push(step.down.key);
      }
    }
    if (verdict === 'hold' || feed.type === 'tick' || feed.type === 'stop') return;
    if (feed.type === 'up') outcome.ups.push(feed.key);
    else outcome.seen.push({ key: feed.key, pressedAt: now, seenAt: now });
  };
  const wake = (until: number) => {
    while (outcome.state.wakeAt !== null && outcome.state.wakeAt < until)
      take({ type: 'tick', timeStamp: outcome.state.wakeAt }, outcome.state.wakeAt);
  };
  let now = 0;
  for (const feed of feeds) {
    now = feed.type === 'stop' ? now : feed.timeStamp;
    wake(now);
    take(feed, now);
  }
  wake(Number.POSITIVE_INFINITY);
  return outcome;
}

export function scan(text: string, focus: Focus, wedge: Wedge = {}, profile = usualScanner) {
  return run(feedsOf(keysOfScan(text, wedge), focus), profile);
}

type Hand = { readonly gaps: readonly number[]; readonly dwellMs: number; readonly from?: number };

/** A person's keys; fingers may overlap. */
export function handKeys(text: string, pace: Hand): readonly TimedKey[] {
  let at = pace.from ?? 1000;
  const keys = Array.from(text).flatMap((char, i): TimedKey[] => {
    at += pace.gaps[i % pace.gaps.length] ?? 100;
    return strokesOf(char).flatMap((stroke): TimedKey[] => [
      { ...stroke, type: 'down', at },
      { ...stroke, type: 'up', at: at + pace.dwellMs },
    ]);
  });
  return keys.toSorted((a, b) => a.at - b.at);
}

export function hand(text: string, gapMs: number, focus: Focus, dwellMs = 70) {
  return feedsOf(handKeys(text, { gaps: [gapMs], dwellMs }), focus);
}

export const keysSeen = ({ seen }: Outcome) =>
  seen.map(({ key }) => key).filter((key) => !modifiers.includes(key));
