import type { PersonId } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import type { CaseListRow } from '../../storage/rows.ts';

/** What is asked of a person at the desk. */
export const asks = ['decide', 'question', 'second', 'disagreement'] as const;
/** Why a case waits for somebody else than this person. */
const waits = [
  'onHold',
  'received',
  'inspected',
  'secondOther',
  'sentBack',
  'moreCame',
  'toSend',
  'central',
] as const;
export type AskKind = (typeof asks)[number] | (typeof waits)[number];

export type Ask = {
  readonly kind: AskKind;
  /** Something is asked of this very person. */
  readonly isMine: boolean;
  /** Whoever it comes from, or whom it is between. */
  readonly who: readonly PersonId[];
  /** Who was asked by name for what anybody may do; null: nobody. */
  readonly asked: PersonId | null;
};

/** What the desk's queue asks of a person about a case, or whom it waits for. Whoever had the goods decides nothing. */
export function askOf(
  { desk, hasQuestion, state }: Pick<CaseListRow, 'desk' | 'hasQuestion' | 'state'>,
  personId: PersonId,
): Ask {
  if (!desk) return waiting('toSend', []);
  const { inspected, received, signed, wants } = desk;
  if (wants === 'release') return waiting('onHold', []);
  if (wants === 'bench') return waiting('sentBack', signed);
  if (wants === 'more') return waiting('moreCame', []);
  if (wants === 'nothing') return waiting(state === 'refundDue' ? 'central' : 'toSend', []);
  if (received.includes(personId)) return waiting('received', []);
  if (inspected.includes(personId)) return waiting('inspected', []);
  switch (wants) {
    case 'choice':
      return mine('disagreement', inspected);
    case 'agreement':
      return mine('disagreement', signed);
    case 'second':
      return signed.includes(personId) && !desk.isAnew
        ? waiting('secondOther', [], desk.asks)
        : mine('second', signed, desk.asks);
    case 'decision':
      return mine(hasQuestion ? 'question' : 'decide', inspected);
    default:
      return assertNever(wants);
  }
}

function mine(kind: AskKind, who: readonly PersonId[], asked: PersonId | null = null): Ask {
  return { kind, isMine: true, who, asked };
}

function waiting(kind: AskKind, who: readonly PersonId[], asked: PersonId | null = null): Ask {
  return { kind, isMine: false, who, asked };
}
