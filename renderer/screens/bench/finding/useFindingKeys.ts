import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Cause, MisuseIndicator, Severity } from '../../../../shared/facts/codes.ts';
import { useKeys } from '../../../components/generic/keys/KeysProvider.tsx';
import { soughtField } from './DefectQuestion.tsx';
import { toggled } from './findingDraft.ts';
import type { DefectOffers } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

/**
 * Digits answer what is asked now, letters seek a defect, Enter goes on or records. Heard at the
 * window, behind the scanner: no key of a scan comes here.
 */
export function useFindingKeys(
  form: RefObject<HTMLFormElement | null>,
  hasParts: boolean,
  work: FindingWork,
  offers: DefectOffers,
): void {
  const { question } = work;
  const isDone = work.isAllFound;
  const seeks = question === 'units' || question === 'defect';
  const caretIn = (name: string): void => {
    const field = form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  };
  const move = (by: 1 | -1) => () =>
    flushSync(() => {
      work.askBeside(by);
      work.move();
    });
  const choose = (digit: string): void => {
    if (answerDigit(digit, work, offers)) work.move();
  };
  const goOn = (): void => {
    if (question !== 'units') return void work.record();
    work.sayUnits();
    work.move();
  };
  // Whoever is quicker than the disk means the next finding.
  const meanwhile = useRef<string[]>([]);
  // Drawn before the next key comes, which answers what is asked then.
  const inTurn = (act: (key: string) => void) => (key: string) =>
    work.isRecording ? void meanwhile.current.push(key) : flushSync(() => act(key));
  useEffect(() => {
    if (work.isRecording) return;
    const key = meanwhile.current.shift();
    if (key !== undefined) (key === 'Enter' ? goOn : choose)(key);
  });
  useKeys(
    isDone
      ? {}
      : {
          choose: inTurn(choose),
          questionBefore: move(-1),
          questionAfter: move(1),
          record: inTurn(goOn),
          measure: () => work.openSheet('measure'),
          ...(hasParts && { parts: () => work.openSheet('parts') }),
          nameUnits:
            question === 'units' && work.left > 0 ? () => flushSync(work.beginNaming) : null,
          ...(seeks
            ? {
                findDefect: (letter: string) => {
                  flushSync(() => {
                    work.ask('defect');
                    offers.seek(offers.sought + letter);
                  });
                  caretIn(soughtField);
                },
              }
            : { note: () => caretIn('note') }),
        },
  );
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
      if (sign) work.change({ indicators: toggled(work.draft.indicators, sign) });
      return sign !== undefined;
    }
    default:
      return false;
  }
}
