import type { AmountRefusal } from '../../shared/facts/readAmount.ts';
import { assertNever } from '../../shared/result.ts';
import type { Wording } from './createWording.ts';

/** What is wrong with a typed amount, and how to write it, by the signs and decimals that apply. */
export function sayAmountRefusal(wording: Wording, refusal: AmountRefusal): string {
  const { t, formatMoney } = wording;
  if (refusal.code === 'empty') return t('amount.empty');
  const { currency } = refusal;
  const plain = (minor: number) => wording.moneyParts({ minor, currency }).amount;
  switch (refusal.code) {
    case 'unknownCurrency':
      return t('amount.unknownCurrency', { currency });
    case 'otherCurrency':
      return t('amount.otherCurrency', { currency, typed: refusal.typed });
    case 'tooManyDecimals':
      return t('amount.tooManyDecimals', { currency, digits: refusal.digits });
    case 'tooLarge':
      return t('amount.tooLarge', { most: formatMoney({ minor: refusal.most, currency }) });
    case 'ambiguous':
      return t('amount.ambiguous', {
        whole: plain(refusal.whole),
        fraction: plain(refusal.fraction),
      });
    case 'negative':
      return t('amount.negative');
    case 'notAnAmount':
      return t('amount.notAnAmount', { example: plain(125_050) });
    default:
      return assertNever(refusal);
  }
}
