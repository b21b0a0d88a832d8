import { restMs } from './burstPace.ts';
import {
  atMachinePace,
  type BurstState,
  type Decision,
  type Gathered,
  idle,
  keptBack,
  type Step,
  shortestScan,
} from './burstState.ts';
import { isPrintable, printable, tokensOf } from './burstText.ts';
import type { KeyDown } from './keyFeed.ts';
import type { ScannerProfile } from './profile.ts';
import { textOf } from './tokenOf.ts';

type Ending = { readonly state: BurstState; readonly steps: readonly Step[] };

/** The suffix after at least one character; `undefined` when it may be a person's own Enter. */
export function endedBySuffix(
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
  const isFirst = isScan && state.suffixHabit === 'unknown';
  const suffixHabit = isFirst ? 'always' : state.suffixHabit;
  const cleared = { ...idle, ups: state.ups, quietUntil, suffixHabit, activeAt: down.timeStamp };
  return {
    state: keptBack(cleared, down.code),
    verdict: 'hold',
    steps: isScan ? scanSteps(state, profile) : [{ kind: 'restore' }],
  };
}

/** The sequence is over without its suffix. */
export function endOf(state: BurstState, profile: ScannerProfile): Ending {
  const { run, loose, ups, quietUntil: quiet, suffixHabit } = state;
  const cleared = { ...idle, run, loose, ups, quietUntil: quiet, suffixHabit };
  if (state.keys.length === 0) return { state: cleared, steps: [] };
  const isScan = state.proved ? printable(state, profile).length > 0 : provesItself(state, profile);
  if (isScan) {
    const quietUntil = state.activeAt + restMs(state, state.activeAt, profile);
    const habit = suffixHabit === 'always' ? 'notAlways' : suffixHabit;
    return {
      state: { ...cleared, quietUntil, suffixHabit: habit },
      steps: scanSteps(state, profile),
    };
  }
  if (state.proved || state.afterScan) return { state: cleared, steps: [{ kind: 'restore' }] };
  const left = released(state);
  return { state: { ...cleared, ups: left.state.ups }, steps: left.steps };
}

/** A roll of fingers in a text field can be as quick, but it does not end in a control character. */
export function provesItself(state: BurstState, profile: ScannerProfile): boolean {
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
export function released(state: BurstState): Ending {
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
