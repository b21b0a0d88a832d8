import { type Ref, useImperativeHandle } from 'react';
import { defectOnCard, type FindingCard } from '../../../../shared/cases/findingCards.ts';
import { withSerial } from '../../portions/naming.ts';
import { toggled } from './findingDraft.ts';
import { type DefectOffers, sayingOf } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

/** What a scan says of the finding that is put together. */
export type FindingByScan = {
  /** These units too; said again, no longer. */
  readonly nameSerial: (serial: string) => void;
  /** Whether the card said something here. */
  readonly answer: (card: FindingCard) => boolean;
};

export function useFindingByScan(
  ref: Ref<FindingByScan>,
  work: FindingWork,
  offers: DefectOffers,
): void {
  useImperativeHandle(ref, () => ({
    nameSerial(serial) {
      work.name(withSerial(work.naming, serial));
      work.move();
    },
    answer(card) {
      const isSaid = !work.isAllFound && !work.isRecording && answerCard(card, work, offers);
      if (isSaid) work.move();
      return isSaid;
    },
  }));
}

/** A card answers its own question, whatever is asked now. */
function answerCard(card: FindingCard, work: FindingWork, offers: DefectOffers): boolean {
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
    default:
      void work.record();
      return true;
  }
}
