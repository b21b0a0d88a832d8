import { reportName } from '../../../shared/cases/reading/reportName.ts';
import { nameOfArticle } from '../../../shared/facts/articles.ts';
import type { Fact, FactKind, FactOf, VerdictDecidedFact } from '../../../shared/facts/fact.ts';
import { sumQuantities } from '../../../shared/facts/quantity.ts';
import type { CaseHistory } from '../../queries/oneCase/caseHistory.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Wording } from '../../wording/createWording.ts';
import { sayFinding } from '../sayFinding.ts';

/** What a record may speak of besides itself. */
export type Around = Pick<CaseHistory, 'facts' | 'people'>;
type Parts = readonly (string | null)[];
type Say<K extends FactKind> = (wording: Wording, fact: FactOf<K>, around: Around) => Parts;

/** Of every kind of record what it says, part by part; what kind it is stands above. */
const details: { readonly [K in FactKind]: Say<K> } = {
  arrival: ({ t }, fact) => [
    fact.trackingNumber ?? fact.sscc,
    fact.carrier,
    t('compare.packages', { count: fact.packages }),
    fact.condition === 'good' ? null : t(`condition.${fact.condition}`),
    t('history.dock', { dock: fact.dock }),
  ],
  doorChecked: ({ t }, fact) => [
    fact.carrier,
    t('compare.packages', { count: fact.packages }),
    t(`condition.${fact.condition}`),
    fact.seal && t(`dock.door.seal.${fact.seal.intact ? 'intact' : 'broken'}`),
  ],
  arrivalLinked: () => [],
  caseOpened: () => [],
  handlingUnit: (_wording, fact) => [fact.licencePlate ?? fact.sscc],
  unitsCounted: ({ t, formatNumber, formatList }, fact) => [
    `${formatNumber(fact.quantity)} × ${nameOfArticle(fact)}`,
    fact.lot === null ? null : `${t('bench.lot')} ${fact.lot}`,
    fact.serials.length === 0 || fact.serials.length > 5 ? null : formatList(fact.serials),
    fact.identity === 'match' ? null : t(`identity.${fact.identity}`),
  ],
  photoTaken: ({ t }, fact) => [t(`shot.${fact.shot}`)],
  finding: (wording, fact) => [sayFinding(wording, fact)],
  photoAttached: (wording, fact, { facts }) => {
    const found = findBy(facts, 'finding', ({ findingId }) => findingId === fact.findingId);
    return [found && sayFinding(wording, found)];
  },
  photoAnnotated: ({ formatList }, { shapes }) => [
    formatList(shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))),
  ],
  inspectionStarted: ({ t }, fact) => [t(`inspection.${fact.inspection}`)],
  inspectionFinished: ({ t }, fact) => [t(`inspection.${fact.inspection}`)],
  inspectionChosen: ({ t }, fact, { facts }) => {
    const of = findBy(facts, 'inspectionFinished', (one) => one.verdictId === fact.verdictId);
    return [of && t(`inspection.${of.inspection}`)];
  },
  verdictDecided: (wording, fact) => decided(wording, fact),
  held: ({ t }, fact) => [t(`hold.${fact.reason}`)],
  released: ({ t }, fact) => [fact.because ? t(`release.${fact.because}`) : null],
  missingNoted: (wording, fact) => missing(wording, fact),
  parcelDone: (wording, fact) => missing(wording, fact),
  correction: (wording, fact, around) => [sayOther(wording, fact.corrects, around)],
  acceptedAnyway: (wording, fact, around) => [sayOther(wording, fact.accepts, around)],
  caseTaken: (_wording, fact) => [fact.place],
  reportMade: ({ t }, fact) => [
    reportName(fact),
    t(`report.version.${fact.version}`),
    fact.language,
    fact.paper,
  ],
  caseHandedOver: ({ t }, { from, to }, { people }) => [
    t('history.from', { name: people.get(from)?.name ?? from }),
    to === null ? t('history.toList') : t('history.to', { name: people.get(to)?.name ?? to }),
  ],
};

/** What a record says besides its kind, as one line; empty where its kind says it all. */
export function sayDetails(wording: Wording, fact: Fact, around: Around): string {
  return partsOf(wording, fact, around)
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** What the person wrote to it in their own words; empty where nothing. */
export function ownWords(fact: Fact): string {
  return 'reason' in fact && fact.kind !== 'held' ? fact.reason : 'note' in fact ? fact.note : '';
}

function partsOf<K extends FactKind>(wording: Wording, fact: FactOf<K>, around: Around): Parts {
  const say: Say<K> = details[fact.kind];
  return say(wording, fact, around);
}

function decided(
  wording: Wording,
  { decision, choices, answers, terms }: VerdictDecidedFact,
): Parts {
  const { t, formatList, formatMoney } = wording;
  const resolutions = [...new Set(choices.map((c) => t(`resolution.${c.resolution}`)))];
  const sum = choices.reduce((all, c) => all + (c.overrideAmount ?? c.amount ?? 0), 0);
  return [
    t(`decision.${decision}`),
    resolutions.length > 0 ? formatList(resolutions) : null,
    terms && sum > 0 ? formatMoney({ minor: sum, currency: terms.currency }) : null,
    ...answers.map(({ question, answer }) => {
      const id = `answer.${question}.${answer}`;
      return isWordingId(id) ? t(id) : answer;
    }),
  ];
}

function missing(
  { t, formatDate, formatNumber }: Wording,
  { missing: gone, expectedUntil }: FactOf<'missingNoted'> | FactOf<'parcelDone'>,
): Parts {
  if (gone.length === 0) return [];
  const quantity = formatNumber(sumQuantities(gone.map((one) => one.quantity)));
  return [
    expectedUntil === null
      ? t('history.missing', { quantity })
      : t('history.missingUntil', { quantity, date: formatDate(expectedUntil, 'day') }),
  ];
}

/** Another record by its kind and what it says, of which nobody says in turn what it is about. */
function sayOther(wording: Wording, id: string, around: Around): string | null {
  const other = around.facts.get(id);
  if (!other) return null;
  const kind = wording.t(`fact.${other.kind}`);
  const isAboutAnother = other.kind === 'correction' || other.kind === 'acceptedAnyway';
  const said = isAboutAnother ? '' : sayDetails(wording, other, around);
  return said === '' ? kind : `${kind}: ${said}`;
}

function findBy<K extends FactKind>(
  facts: Around['facts'],
  kind: K,
  is: (fact: FactOf<K>) => boolean,
): FactOf<K> | null {
  for (const fact of facts.values()) if (isOf(fact, kind) && is(fact)) return fact;
  return null;
}

function isOf<K extends FactKind>(fact: Fact, kind: K): fact is FactOf<K> {
  return fact.kind === kind;
}
