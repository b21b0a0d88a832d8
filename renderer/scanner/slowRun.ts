import type { KeyDown } from './keyFeed.ts';

/** Characters at a pace a hand might have, and more evenly than a hand has it. */
export type SlowRun = {
  readonly text: string;
  readonly at: number;
  readonly gaps: readonly [shortest: number, longest: number] | null;
  /** They went into a text field, where a person may have typed them. */
  readonly inText: boolean;
};

export const noRun: SlowRun = { text: '', at: Number.NEGATIVE_INFINITY, gaps: null, inText: false };

/** The longest pause between two keys of the slowest scanner that is read. */
export const slowGapMs = 150;
/** A key let go of before this was pressed by no finger. */
export const tapMs = 20;
const evenMs = 25;
/** Nobody presses so many letters in a row that are no text. */
const fewestKeys = 6;

export function runWith(run: SlowRun, down: KeyDown, token: string): SlowRun {
  const isCharacter = token.length === 1 && token > ' ' && token !== '\u007f';
  if (!isCharacter) return token === '' ? run : noRun;
  const inText = down.effect === 'text';
  const gap = down.timeStamp - run.at;
  const gaps = evenGaps(run, gap);
  const goesOn = run.text !== '' && run.inText === inText && gaps !== null;
  return goesOn
    ? { text: run.text + token, at: down.timeStamp, gaps, inText }
    : { text: token, at: down.timeStamp, gaps: null, inText };
}

/** Whether this key ends it as a scanner would, with Enter or Tab in the same step. */
export function endsRun(run: SlowRun, down: KeyDown, token: string): boolean {
  const isSuffix = token === '\r' || token === '\n' || token === '\t';
  return (
    isSuffix && run.text.length >= fewestKeys && evenGaps(run, down.timeStamp - run.at) !== null
  );
}

function evenGaps({ gaps }: SlowRun, gap: number): SlowRun['gaps'] {
  if (gap > slowGapMs) return null;
  const shortest = Math.min(gaps?.[0] ?? gap, gap);
  const longest = Math.max(gaps?.[1] ?? gap, gap);
  return longest - shortest <= evenMs ? [shortest, longest] : null;
}
