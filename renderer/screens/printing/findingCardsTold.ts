import {
  defectOnCard,
  type FindingCard,
  findingCardCode,
  findingCards,
} from '../../../shared/cases/findingCards.ts';
import type { PrintedCard } from '../../../shared/desktop/printedDocument.ts';
import {
  type CatalogueEntry,
  type DefectOffered,
  defectsInForce,
} from '../../../shared/facts/catalogue.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import type { Wording } from '../../wording/createWording.ts';

/** Every defect in force on that day, whatever article it is for: a bench has cards for all. */
export function defectsToPrint(
  entries: readonly CatalogueEntry[],
  on: LocalDate,
): readonly DefectOffered[] {
  const ofAnything = entries.map((entry) => ({ ...entry, productGroups: [] }));
  return defectsInForce(ofAnything, { on, productGroup: null });
}

/** The cards by which a finding is said at the bench, in the order in which it is said. */
export function findingCardsTold(
  wording: Wording,
  offered: readonly DefectOffered[],
): PrintedCard[] {
  return findingCards(offered).map((card) => {
    const code = findingCardCode(card);
    return { ...wordsOf(wording, offered, card), symbol: 'code128', code, reads: [code] };
  });
}

function wordsOf(
  { t, entryName, formatNumber }: Wording,
  offered: readonly DefectOffered[],
  card: FindingCard,
): Pick<PrintedCard, 'word' | 'under'> {
  switch (card.kind) {
    case 'units':
      return { word: formatNumber(card.quantity), under: t('cards.means.units') };
    case 'defect': {
      const named = defectOnCard(offered, card.code);
      if (!named) return { word: card.code, under: t('bench.defect') };
      return {
        word: entryName(named.entry.id) ?? t(`defect.${named.code}`),
        under: t(`defectGroup.${named.group}`),
      };
    }
    case 'sound':
      return { word: t('observation.noDefect'), under: t('cards.means.sound') };
    case 'severity':
      return { word: t(`severity.${card.severity}`), under: t(`severity.${card.severity}.hint`) };
    case 'cause':
      return { word: t(`cause.${card.cause}`), under: t('bench.cause') };
    case 'sign':
      return { word: t(`indicator.${card.sign}`), under: t('cards.means.sign') };
    case 'record':
      return { word: t('bench.record'), under: t('cards.means.record') };
    default:
      return { word: t(`cards.${card.kind}`), under: t(`cards.means.${card.kind}`) };
  }
}
