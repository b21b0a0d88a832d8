import { assertNever } from '../../../../shared/result.ts';
import type { DeskQueue } from '../../../queries/deskQueue/deskQueue.ts';
import {
  type FilterName,
  type QueueFilter,
  values,
} from '../../../queries/deskQueue/queueFilter.ts';
import { isWordingId } from '../../../wording/catalogues.ts';
import type { Wording } from '../../../wording/createWording.ts';

type Speaking = Pick<Wording, 't' | 'formatNumber'>;

/** One part of a filter, as its choice is called. */
export function sayFilter(
  wording: Speaking,
  name: FilterName,
  filter: QueueFilter,
  queue: Pick<DeskQueue, 'clients'> | undefined,
): string {
  const { t } = wording;
  switch (name) {
    case 'client':
      return queue?.clients.find(({ key }) => key === filter.client)?.word ?? filter.client ?? '';
    case 'carrier':
      return filter.carrier ?? '';
    case 'reason': {
      const id = `claim.${filter.reason}`;
      return isWordingId(id) ? t(id) : (filter.reason ?? '');
    }
    case 'value':
      return filter.value ? sayBand(wording, filter.value) : '';
    case 'ask':
      return filter.ask ? t(`queue.ask.${filter.ask}`) : '';
    case 'due':
      return filter.due ? t(`queue.due.${filter.due}`) : '';
    case 'unaccepted':
      return t('queue.filter.unaccepted');
    default:
      return assertNever(name);
  }
}

export function sayBand(
  { t, formatNumber }: Speaking,
  band: NonNullable<QueueFilter['value']>,
): string {
  const [small, middle, large] = [values.small, values.middle, values.large].map((whole) =>
    formatNumber(whole),
  );
  switch (band) {
    case 'small':
      return t('queue.value.small', { most: small ?? '' });
    case 'middle':
      return t('queue.value.middle', { least: small ?? '', most: middle ?? '' });
    case 'large':
      return t('queue.value.large', { least: middle ?? '', most: large ?? '' });
    case 'huge':
      return t('queue.value.huge', { least: large ?? '' });
    default:
      return assertNever(band);
  }
}
