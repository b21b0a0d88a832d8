import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { Cause, MisuseIndicator, Severity } from '../../../../shared/facts/codes.ts';
import { type Heard, useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import type { KeyId } from '../../../components/generic/keys/keys.ts';
import { type Readable, useReadable } from '../../../workflow/useReadable.ts';
import { pickFirst, soughtField } from './DefectQuestion.tsx';
import type { NextFinding, Touched } from './touchedAhead.ts';
import type { DefectOffers } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

const findingKeys = [
  'choose',
  'note',
  'findDefect',
  'nameUnits',
  'measure',
  'parts',
  'questionBefore',
  'questionAfter',
  'record',
] as const satisfies readonly KeyId[];
type FindingKey = (typeof findingKeys)[number];
type Pressed = { readonly id: FindingKey | 'shoot'; readonly key: string };

/**
 * What was pressed or touched while a finding was recorded, or before its form was drawn: whoever is
 * quicker than the disk means the next finding, with everything and in its order.
 */
export type Ahead = Readable<readonly (Pressed | { readonly touched: Touched })[]>;

export const useAhead = (): Ahead => useReadable<ReturnType<Ahead['now']>>([]);

/**
 * Behind what was pressed before it a space waits its turn, since that may lead into a note, where it
 * is a space; whether it does.
 */
export function isSpaceHeld(ahead: Ahead): boolean {
  if (ahead.now().length === 0) return false;
  ahead.put([...ahead.now(), { id: 'shoot', key: ' ' }]);
  return true;
}

/** Keeps what is pressed for later, as long as this is so. */
export function useHeldKeys(ahead: Ahead, isSo: boolean): void {
  useKeys({}, isSo ? held(ahead) : {});
}

/**
 * Digits answer what is asked now, letters seek a defect, Enter goes on or records. Heard at the
 * window, behind the scanner: no key of a scan comes here.
 */
export function useFindingKeys(
  form: RefObject<HTMLFormElement | null>,
  hasParts: boolean,
  next: NextFinding,
  ahead: Ahead,
  onShoot: () => void,
): void {
  const { work, offers } = next;
  const { question } = work;
  const seeks = question === 'units' || question === 'defect';
  const caretIn = (name: string): void => {
    const field = form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  const move = (by: 1 | -1) => () => {
    work.askBeside(by);
    work.move();
  };
  const heard: Pick<Heard, FindingKey> = work.isAllFound
    ? {}
    : {
        choose: (digit) => {
          if (answerDigit(digit, work, offers)) work.move();
        },
        questionBefore: move(-1),
        questionAfter: move(1),
        record: () => {
          if (question !== 'units') {
            void work.record();
            return;
          }
          work.sayUnits();
          work.move();
        },
        measure: () => work.openSheet('measure'),
        ...(hasParts && { parts: () => work.openSheet('parts') }),
        nameUnits: question === 'units' && work.left > 0 ? work.beginNaming : null,
        ...(seeks
          ? {
              findDefect: (letter) => {
                flushSync(() => {
                  work.ask('defect');
                  offers.seek(offers.sought + letter);
                });
                caretIn(soughtField);
              },
            }
          : { note: () => caretIn('note') }),
      };
  const isBehind = work.isRecording || ahead.shown.length > 0;
  // Drawn before the next key comes, which answers what is asked then.
  useKeys(isBehind ? onlyOf(heard, held(ahead)) : drawnAtOnce(heard), isBehind ? held(ahead) : {});
  useEffect(() => {
    if (work.isRecording || ahead.shown.length === 0) return undefined;
    const timer = setTimeout(() => {
      const [pressed] = ahead.now();
      if (pressed && 'touched' in pressed) flushSync(() => pressed.touched(next));
      else if (pressed) hear(pressed);
      // What a sheet is told stands in it: nothing behind it is answered blindly.
      const left = document.querySelector('[role="dialog"]') ? [] : ahead.now().slice(1);
      flushSync(() => ahead.put(left));
    });
    return () => clearTimeout(timer);
  });

  function hear({ id, key }: Pressed): void {
    const field = fieldIn(form.current);
    if (field && key === 'Enter') return enterIn(field);
    if (field && key.length === 1) return typeInto(field, key);
    if (id === 'shoot') return onShoot();
    const isLetter = id === 'note' || id === 'findDefect';
    const act = isLetter ? (heard.findDefect ?? (key === 'n' && heard.note)) : heard[id];
    if (act) flushSync(() => act(key));
  }
  function enterIn(field: HTMLInputElement): void {
    if (field.name === soughtField) return pickFirst(work, offers);
    if (field.name === 'note') return flushSync(() => void work.record());
    return flushSync(() => {
      work.sayUnits();
      work.move();
    });
  }
}

function held(ahead: Ahead): Heard {
  const hold = (id: FindingKey) => (key: string) => ahead.put([...ahead.now(), { id, key }]);
  return Object.fromEntries(findingKeys.map((id) => [id, hold(id)]));
}

const onlyOf = (shown: Heard, all: Heard): Heard =>
  Object.fromEntries(Object.entries(all).filter(([id]) => id in shown));

function drawnAtOnce(heard: Heard): Heard {
  return Object.fromEntries(
    Object.entries(heard).map(([id, act]) => [
      id,
      act && ((key: string) => flushSync(() => act(key))),
    ]),
  );
}

/** Typed into a field while what was pressed before still comes there: it waits its turn. */
export function isKeyHeld(ahead: Ahead, key: string): boolean {
  if (ahead.now().length === 0 || (key.length !== 1 && key !== 'Enter')) return false;
  ahead.put([...ahead.now(), { id: idOf(key), key }]);
  return true;
}

function idOf(key: string): Pressed['id'] {
  if (key === ' ') return 'shoot';
  if (key === 'Enter') return 'record';
  return /^[0-9]$/.test(key) ? 'choose' : 'note';
}

/** The field of the form that has the caret. */
function fieldIn(form: HTMLFormElement | null): HTMLInputElement | null {
  const focused = document.activeElement;
  const isField = focused instanceof HTMLInputElement && focused.type === 'text';
  return isField && form?.contains(focused) ? focused : null;
}

function typeInto(field: HTMLInputElement, key: string): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  field.setRangeText(key, from ?? value.length, to ?? value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Whether the digit said something here. */
function answerDigit(digit: string, work: FindingWork, offers: DefectOffers): boolean {
  const at = Number(digit) - 1;
  switch (work.question) {
    case 'units':
      if (work.naming.kind !== 'rest') return false;
      work.typeQuantity(digit);
      return true;
    case 'defect': {
      if (digit === '0') {
        work.answer({ what: 'noDefect' });
        return true;
      }
      const offer = offers.offers[at];
      if (offer) offers.choose(offer);
      return offer !== undefined;
    }
    case 'severity': {
      const severity = Severity.options[at];
      if (severity) work.answer({ what: 'defect', severity });
      return severity !== undefined;
    }
    case 'cause': {
      const cause = Cause.options[at];
      if (cause) work.answer({ what: 'defect', cause });
      return cause !== undefined;
    }
    case 'signs': {
      const sign = MisuseIndicator.options[at];
      if (sign) work.toggle(sign);
      return sign !== undefined;
    }
    default:
      return false;
  }
}
