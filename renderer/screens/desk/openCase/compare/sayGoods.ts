import type { OrderLine } from '../../../../../shared/facts/documents.ts';
import type { Wording } from '../../../../wording/createWording.ts';
import { saySerials } from '../../../policy/sayPortion.ts';

/** More are a number: a line may have tens of thousands. */
const serialsSaid = 12;

/** "12 pcs", in the unit of the order line where it is known. */
export function sayCount(
  { t, formatNumber }: Wording,
  order: Pick<OrderLine, 'unit'> | null,
  quantity: number,
): string {
  return order ? t(`unit.${order.unit}`, { quantity }) : formatNumber(quantity);
}

/** The first of them, runs as runs, and how many more there are; empty where there are none. */
export function sayFirstSerials(wording: Wording, serials: readonly string[]): string {
  if (serials.length === 0) return '';
  const said = saySerials(wording, serials.slice(0, serialsSaid));
  const more = serials.length - serialsSaid;
  return more > 0
    ? wording.t('compare.moreSerials', { said, count: wording.formatNumber(more) })
    : said;
}
