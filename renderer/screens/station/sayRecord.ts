import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Wording } from '../../wording/createWording.ts';
import { sayFinding } from '../../workflow/sayFinding.ts';

/** What a record says, so that it can be told from others of its kind; null where its kind says it all. */
export function sayRecord(wording: Wording, fact: Fact): string | null {
  const { t, formatNumber } = wording;
  switch (fact.kind) {
    case 'arrival':
      return fact.trackingNumber ?? fact.sscc;
    case 'unitsCounted':
      return `${formatNumber(fact.quantity)} × ${nameOfArticle(fact)}`;
    case 'photoTaken':
      return t(`shot.${fact.shot}`);
    case 'finding':
      return sayFinding(wording, fact);
    case 'held':
      return t(`hold.${fact.reason}`);
    default:
      return null;
  }
}
