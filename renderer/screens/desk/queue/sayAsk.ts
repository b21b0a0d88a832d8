import type { Ask } from '../../../queries/deskQueue/askOf.ts';
import type { CaseRow } from '../../../queries/lists/caseRow.ts';
import type { Wording } from '../../../wording/createWording.ts';

/** What is asked of this person, or why it waits for somebody else. */
export function sayAsk(
  { t, formatList }: Pick<Wording, 't' | 'formatList'>,
  { kind, who }: Ask,
  { desk }: Pick<CaseRow, 'desk'>,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'decide':
    case 'question':
    case 'second':
    case 'disagreement':
      return t(`queue.ask.${kind}`);
    case 'onHold':
      return t('hold.title', { reason: t(`hold.${desk?.heldFor ?? 'other'}`) });
    case 'sentBack':
      return t('queue.waits.sentBack', { names: formatList(who.map(nameOf)) });
    case 'received':
    case 'inspected':
    case 'secondOther':
    case 'toSend':
    case 'central':
      return t(`queue.waits.${kind}`);
  }
}

/** Whoever has had it last. */
export function sayFrom(
  { t, formatList }: Pick<Wording, 't' | 'formatList'>,
  { kind, who }: Ask,
  nameOf: (id: string) => string,
): string {
  if (who.length === 0) return '';
  const names = formatList(who.map(nameOf));
  if (kind === 'second') return t('queue.from.signed', { names });
  if (kind === 'disagreement' && who.length > 1) return t('queue.from.between', { names });
  return t('queue.from.inspected', { names });
}
