import { assertNever } from '../../../../shared/result.ts';
import { isWordingId } from '../../../wording/catalogues.ts';
import type { Wording } from '../../../wording/createWording.ts';
import type { OpenPart } from './completed.ts';

/** What a person still has to say before they can sign. */
export function sayMissing({ t }: Pick<Wording, 't'>, part: OpenPart): string {
  switch (part.part) {
    case 'reason':
      return t('desk.missing.reason');
    case 'pin':
      return t('refusal.pinRequired.do');
    case 'nothing':
      return t('desk.nothing');
    case 'answer':
      return asked(t, part.key);
    case 'answerReason':
      return t('desk.missing.because', { question: asked(t, part.key) });
    case 'basis':
      return t('desk.compensation.basis');
    case 'amount':
      return t('desk.missing.sum');
    default:
      return assertNever(part);
  }
}

function asked(t: Wording['t'], key: string): string {
  const id = `question.${key.split(' ')[0]}`;
  return isWordingId(id) ? t(id) : key;
}
