import { useState } from 'react';
import { localDateOf } from '../../../../shared/deadlines/localDay.ts';
import {
  type CatalogueEntry,
  type DefectOffered,
  defectsInForce,
} from '../../../../shared/facts/catalogue.ts';
import { defectGroups, groupOfDefect } from '../../../../shared/facts/codes.ts';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { LocalDate } from '../../../../shared/facts/time.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';
import { articleOnPapers } from '../../../queries/oneCase/articleOnPapers.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { type DefectAnswer, keyOfAnswer } from '../../../queries/oneCase/defectsLast.ts';
import { useCatalogue, useNow } from '../../../queries/StationStorage.tsx';
import type { WordingId } from '../../../wording/catalogues.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { defectsFound } from './findDefects.ts';

/** Where the article stands in the company's catalogue, and on which day. */
export type OfferedFor = { readonly on: LocalDate; readonly productGroup: string | null };

export type Offer = {
  readonly key: string;
  readonly word: string;
  readonly hint?: string;
  /** What it says of the finding; null: it only shows more. */
  readonly says: Partial<FindingDraft> | null;
};

export type DefectOffers = {
  readonly title: WordingId;
  readonly offers: readonly Offer[];
  readonly chosen: string | null;
  readonly choose: (offer: Offer) => void;
  readonly sought: string;
  readonly seek: (text: string) => void;
  /** Every defect that can be chosen, for a card that names one. */
  readonly all: readonly DefectOffered[];
  /** What was chosen and is offered no more; null: it is offered. */
  readonly gone: DefectOffered | null;
  readonly nameOf: (one: DefectOffered) => string;
};

const everyKind = 'everyKind';

/** The product group of what was counted, as its order line says it, and the day it is at the site. */
export function useOfferedFor(view: CaseView, group: UnitsCountedFact): OfferedFor {
  const now = new Date(useNow()).toISOString();
  return {
    on: localDateOf(now, view.references?.calendar.timeZone ?? group.at.zone),
    productGroup: articleOnPapers(view, group)?.productGroup ?? null,
  };
}

/** What may be chosen now: what was used last on this article, kinds, those of a kind, or what was sought. */
export function useDefectOffers(
  draft: FindingDraft,
  offeredFor: OfferedFor,
  last: readonly DefectAnswer[],
  answer: (part: Partial<FindingDraft>) => void,
): DefectOffers {
  const { t, entryName } = useWording();
  const entries = useCatalogue();
  const [sought, seek] = useState('');
  const [areKindsShown, showKinds] = useState(false);
  const all = defectsInForce(entries, offeredFor);
  const nameOf = ({ entry, code }: DefectOffered) => entryName(entry.id) ?? t(`defect.${code}`);
  const gone = goneOf(draft, all, entries);
  const offerOf = (one: DefectOffered): Offer => ({
    key: one.entry.id,
    word: nameOf(one),
    ...(one.entry.code !== null && { hint: one.entry.code }),
    says: sayingOf(one),
  });
  const choose = (offer: Offer) => {
    seek('');
    showKinds(offer.key === everyKind);
    answer(offer.says ?? { what: 'defect', group: null, code: null, entry: null });
  };
  const base = { choose, sought, seek, all, gone, nameOf, chosen: draft.entry ?? draft.code };

  if (sought.trim() !== '')
    return {
      ...base,
      title: 'bench.defect',
      offers: defectsFound(all, sought, nameOf).map(offerOf),
    };
  const recent = last.flatMap((one) => {
    const known = all.find(({ entry }) => entry.id === (one.entry ?? one.code));
    return known ? [lastOffer(known, one, offerOf(known), t)] : [];
  });
  if (draft.group === null && recent.length > 0 && !areKindsShown)
    return {
      ...base,
      title: 'bench.usedLast',
      chosen: null,
      offers: [...recent, { key: everyKind, word: t('bench.everyKind'), says: null }],
    };
  if (draft.group === null)
    return {
      ...base,
      title: 'bench.group',
      chosen: null,
      offers: defectGroups
        .filter((group) => all.some((one) => one.group === group))
        .map((group) => ({
          key: group,
          word: t(`defectGroup.${group}`),
          says: { what: 'defect', group, code: null, entry: null },
        })),
    };
  const ofKind = all.filter(({ group }) => group === draft.group);
  return {
    ...base,
    title: 'bench.defect',
    offers: [
      ...[...ofKind, ...(gone ? [gone] : [])].map(offerOf),
      { key: everyKind, word: t('bench.everyKind'), says: null },
    ],
  };
}

/** What a defect says of a finding, without how bad it is and where it comes from. */
export function sayingOf({ group, code, entry }: DefectOffered): Partial<FindingDraft> {
  return { what: 'defect', group, code, entry: entry.id === entry.of ? null : entry.id };
}

/** The whole answer again. Signs of improper use are seen on these units, or they are none. */
function lastOffer(
  known: DefectOffered,
  answer: DefectAnswer,
  offer: Offer,
  t: ReturnType<typeof useWording>['t'],
): Offer {
  const { severity, cause } = answer;
  return {
    key: keyOfAnswer(answer),
    word: offer.word,
    hint: `${t(`severity.${severity}`)} · ${t(`cause.${cause}`)}`,
    says: { ...sayingOf(known), severity, cause, indicators: [] },
  };
}

function goneOf(
  { code, entry }: FindingDraft,
  offered: readonly DefectOffered[],
  entries: readonly CatalogueEntry[],
): DefectOffered | null {
  const id = entry ?? code;
  if (code === null || offered.some((one) => one.entry.id === id)) return null;
  const known = entries.find((one) => one.id === id);
  return known ? { group: groupOfDefect(code), code, entry: known } : null;
}
