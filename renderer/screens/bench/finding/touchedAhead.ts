import type { DefectOffers } from './useDefectOffers.ts';
import type { FindingWork } from './useFinding.ts';

/** The finding that comes next, for what was touched before it was there. */
export type NextFinding = {
  readonly unitGroupId: string;
  readonly work: FindingWork;
  readonly offers: DefectOffers;
};
/** What a hand did meanwhile. */
export type Touched = (next: NextFinding) => void;
type Hands = Pick<NextFinding, 'work' | 'offers'>;

/**
 * What the form's buttons do while a finding is recorded: they say it of the next one, in their turn
 * behind whatever was pressed and touched before, as keys do. What is only about the finding that is
 * recorded comes too late: to change an answer of it, to give it up, or what was measured of it.
 * What is typed goes where the caret stands, which is in no field meanwhile.
 */
export function handsAhead(
  { work, offers }: Hands,
  hold: (touched: Touched) => void,
  held: () => number,
): Hands {
  const ofNext =
    <Said extends readonly unknown[]>(act: (next: NextFinding) => (...said: Said) => void) =>
    (...said: Said) =>
      hold((next) => {
        if (!next.work.isAllFound) act(next)(...said);
      });
  const tooLate = () => undefined;
  return {
    work: {
      ...work,
      held: held(),
      answer: ofNext((next) => next.work.answer),
      toggle: ofNext((next) => next.work.toggle),
      nameRest: ofNext((next) => next.work.nameRest),
      beginNaming: ofNext((next) => next.work.beginNaming),
      openSheet: ofNext((next) => next.work.openSheet),
      sayQuantity(quantity) {
        const by = quantity - work.draft.quantity;
        // One more or fewer is counted from what will be shown then.
        hold((next) =>
          Math.abs(by) === 1 ? next.work.changeBy(by) : next.work.sayQuantity(quantity),
        );
      },
      answerWith: tooLate,
      sayClaimed: tooLate,
      ask: tooLate,
      discard: tooLate,
      async record() {
        // Pressed twice with nothing said between, it is one finding.
        if (held() > 0) hold((next) => void next.work.record());
      },
    },
    offers: {
      ...offers,
      choose: ofNext((next) => next.offers.choose),
    },
  };
}
