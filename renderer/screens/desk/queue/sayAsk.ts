import { assertNever } from '../../../../shared/result.ts';
import type { Ask } from '../../../queries/deskQueue/askOf.ts';
import type { CaseRow } from '../../../queries/lists/caseRow.ts';
import type { Wording } from '../../../wording/createWording.ts';

/** What is asked of this person, or why it waits for somebody else. */
export function sayAsk(
  { t, formatList }: Pick<Wording, 't' | 'formatList'>,
  { kind, who, asked }: Ask,
  { holds }: Pick<CaseRow, 'holds'>,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'decide':
    case 'question':
    case 'second':
    case 'disagreement':
      return t(`queue.ask.${kind}`);
    case 'onHold':
      return t('hold.title', {
        reason: formatList(holds.map(({ reason, note }) => note || t(`hold.${reason}`))),
      });
    case 'sentBack':
      return t('queue.waits.sentBack', { names: formatList(who.map(nameOf)) });
    case 'secondOther':
      return asked
        ? t('queue.waits.secondOf', { name: nameOf(asked) })
        : t('queue.waits.secondOther');
    case 'received':
    case 'inspected':
    case 'moreCame':
    case 'toSend':
    case 'central':
      return t(`queue.waits.${kind}`);
    default:
      return assertNever(kind);
  }
}

/** Whoever has had it last. */
export function sayFrom(
  { t, formatList }: Pick<Wording, 't' | 'formatList'>,
  { kind, who, asked }: Ask,
  personId: string,
  nameOf: (id: string) => string,
): string {
  if (who.length === 0) return '';
  const names = formatList(who.map(nameOf));
  if (asked === personId) return t('queue.from.asksYou', { names });
  if (asked) return t('queue.from.asks', { names, name: nameOf(asked) });
  if (kind === 'second') return t('queue.from.signed', { names });
  if (kind === 'disagreement' && who.length > 1) return t('queue.from.between', { names });
  return t('queue.from.inspected', { names });
}
