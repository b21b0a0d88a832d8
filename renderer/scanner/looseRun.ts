import type { KeyDown, KeyUp } from './keyFeed.ts';
import { slowGapMs } from './slowRun.ts';

/** Characters one after another, none later than a slow scanner's, however uneven they come. */
export type LooseRun = {
  readonly text: string;
  readonly at: number;
  readonly inText: boolean;
  readonly code: string;
  readonly isUp: boolean;
  /** A key went down while another was: fingers do that, scanners do not. */
  readonly isRolled: boolean;
};

export const noLooseRun: LooseRun = {
  text: '',
  at: Number.NEGATIVE_INFINITY,
  inText: false,
  code: '',
  isUp: true,
  isRolled: false,
};

export function looseWith(run: LooseRun, down: KeyDown, token: string): LooseRun {
  const isCharacter = token.length === 1 && token > ' ' && token !== '\u007f';
  if (!isCharacter) return token === '' ? run : noLooseRun;
  const inText = down.effect === 'text';
  const goesOn = run.text !== '' && run.inText === inText && down.timeStamp - run.at <= slowGapMs;
  return {
    text: goesOn ? run.text + token : token,
    at: down.timeStamp,
    inText,
    code: down.code,
    isUp: false,
    isRolled: goesOn && (run.isRolled || !run.isUp),
  };
}

export function looseUp(run: LooseRun, up: KeyUp): LooseRun {
  return run.code === up.code ? { ...run, isUp: true } : run;
}

/** Whether Enter or Tab ends a code in it, at a pace and with fingers that might be a scanner's. */
export function endsLooseRun(run: LooseRun, down: KeyDown, token: string): boolean {
  const isSuffix = token === '\r' || token === '\n' || token === '\t';
  const isScanners = run.isUp && !run.isRolled && down.timeStamp - run.at <= slowGapMs;
  return isSuffix && isScanners && isLikeCode(run.text);
}

const shortest = 8;

/** What labels carry and people rarely write: neither words, nor a sum, nor a date. */
function isLikeCode(text: string): boolean {
  if (/^\]?QS-/.test(text)) return true;
  if (text.length < shortest) return false;
  if (/^[\d.,]*[.,][\d.,]*$/.test(text) || /^\d{1,4}([-/])\d{1,2}\1\d{1,4}$/.test(text))
    return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 6 || (digits >= 4 && text === text.toUpperCase());
}
