import { type Ref, type RefObject, useImperativeHandle } from 'react';
import { flushSync } from 'react-dom';
import { defectOnCard, type FindingCard } from '../../../../shared/cases/findingCards.ts';
import { isNamed, withSerial } from '../../portions/naming.ts';
import { toggled } from './findingDraft.ts';
import { type DefectOffers, sayingOf } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

/** What a scan says of the finding that is put together. */
export type FindingByScan = {
  /** The group it is about. */
  readonly unitGroupId: string;
  readonly isRecording: boolean;
  /** This unit too; said again, no longer. Whether it is now. */
  readonly nameSerial: (serial: string) => boolean;
  /** Whether the card said something here. */
  readonly answer: (card: FindingCard) => boolean;
};

export function useFindingByScan(
  ref: Ref<FindingByScan>,
  unitGroupId: string,
  hasParts: boolean,
  work: FindingWork,
  offers: DefectOffers,
): void {
  useImperativeHandle(ref, () => ({
    unitGroupId,
    isRecording: work.isRecording,
    nameSerial(serial) {
      const next = withSerial(work.naming, serial);
      flushSync(() => {
        work.name(next);
        work.move();
      });
      return isNamed(next, serial);
    },
    answer(card) {
      // Drawn before the next card comes, which answers what is asked then.
      return flushSync(() => {
        const isSaid =
          !work.isAllFound && !work.isRecording && answerCard(card, hasParts, work, offers);
        if (isSaid) work.move();
        return isSaid;
      });
    },
  }));
}

/** A card answers its own question, whatever is asked now. */
function answerCard(
  card: FindingCard,
  hasParts: boolean,
  work: FindingWork,
  offers: DefectOffers,
): boolean {
  const { draft } = work;
  switch (card.kind) {
    case 'units':
      return work.cutOff(card.quantity);
    case 'defect': {
      const defect = defectOnCard(offers.all, card.code);
      if (defect) work.answer(sayingOf(defect));
      return defect !== undefined;
    }
    case 'sound':
      work.answer({ what: 'noDefect' });
      return true;
    case 'severity':
      work.answer({ what: 'defect', severity: card.severity });
      return true;
    case 'cause':
      work.answer({ what: 'defect', cause: card.cause });
      return true;
    case 'sign':
      work.answer({
        what: 'defect',
        cause: 'misuse',
        indicators: toggled(draft.indicators, card.sign),
      });
      return true;
    case 'record':
      void work.record();
      return true;
    case 'measure':
      work.openSheet('measure');
      return true;
    case 'parts':
      if (hasParts) work.openSheet('parts');
      return hasParts;
    default:
      return false;
  }
}

const lookAgainMs = 16;
/** Asking what is stored costs more than a look at the form. */
const askAgainMs = 1_000;

/**
 * The form of these units, once it is drawn and nothing is being recorded in it, however late that is:
 * whoever scans quicker than the disk means the next finding. null: it is not to come any more.
 */
export async function formReady(
  form: RefObject<FindingByScan | null>,
  unitGroupId: string | null,
  isToCome: () => Promise<boolean>,
): Promise<FindingByScan | null> {
  for (let askAt = 0; ; ) {
    const now = form.current;
    const isRight = unitGroupId === null || now?.unitGroupId === unitGroupId;
    if (now && isRight && !now.isRecording) return now;
    if (performance.now() >= askAt) {
      if (!(await isToCome())) return null;
      askAt = performance.now() + askAgainMs;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, lookAgainMs);
    });
  }
}
