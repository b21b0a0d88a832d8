import type { RmaReader } from '../../../shared/barcodes/rma/rmaForm.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import { foldedWords } from '../../../shared/facts/foldedText.ts';
import { ownersBeginning } from '../../storage/packed/identifierIndex.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { casesOf, findByForms } from '../lists/findByBarcode.ts';
import { casesByPerson } from './casesByPerson.ts';
import { casesNamed } from './caseTexts.ts';
import { type FoundCase, foundCases } from './foundCase.ts';

/** By what cases were found, in the order they are shown. */
export const foundBy = ['number', 'client', 'goods', 'person'] as const;
export type FoundBy = (typeof foundBy)[number];
export type Found = { readonly [By in FoundBy]: readonly FoundCase[] } & {
  /** Who worked on what is still being read: more may be found. */
  readonly isLooking: boolean;
};
export type Sought = { readonly text: string; readonly rma: RmaReader };

export const noneFound: Found = { number: [], client: [], goods: [], person: [], isLooking: false };
/** Of each kind: more nobody reads; who wants others says more. */
const mostOfAKind = 6;
const fewestLetters = 3;

/**
 * Cases a number belongs to, in whatever way it is written: whose it is before those with numbers that
 * only begin so. By index: it waits for nothing that is made first.
 */
export async function casesNumbered(
  db: StationDatabase,
  { text, rma }: Sought,
  now: number,
): Promise<readonly string[]> {
  const { forms } = readScan(text, new Date(now).getFullYear(), true, rma);
  const [whole] = forms;
  if (whole === undefined) return [];
  const matches = await findByForms(db, forms, now);
  const exact = matches.flatMap((one) => (one.kind === 'case' ? [one.row.caseId] : []));
  if (exact.length >= mostOfAKind || whole.length < fewestLetters || !/\d/.test(whole))
    return exact.slice(0, mostOfAKind);
  const beginning = await ownersBeginning(db, whole, mostOfAKind * 2);
  return [...new Set([...exact, ...(await casesOf(db, beginning))])].slice(0, mostOfAKind);
}

/**
 * Every case of this station that somebody may mean, closed ones too, each once: by its numbers, its
 * client, its goods, or who worked on it. Undefined: `isStale` said that nobody wants it any more.
 */
export async function findCases(
  db: StationDatabase,
  sought: Sought,
  now: number,
  isStale: () => boolean = () => false,
): Promise<Found | undefined> {
  const words = foldedWords(sought.text);
  const [numbered, named, byPerson] = await Promise.all([
    casesNumbered(db, sought, now),
    casesNamed(db, words, mostOfAKind, isStale),
    casesByPerson(db, words, mostOfAKind),
  ]);
  if (named === null) return undefined;
  const ofNames = (by: 'rma' | 'client' | 'goods') =>
    named.flatMap((one) => (one.by === by ? [one.caseId] : []));
  const seen = new Set<string>();
  const fresh = (caseIds: readonly string[]) => {
    const own = [...new Set(caseIds)].filter((id) => !seen.has(id)).slice(0, mostOfAKind);
    for (const id of own) seen.add(id);
    return own;
  };
  const groups = {
    number: fresh([...numbered, ...ofNames('rma')]),
    client: fresh(ofNames('client')),
    goods: fresh(ofNames('goods')),
    person: fresh(byPerson ?? []),
  };
  const all = await foundCases(db, Object.values(groups).flat(), now);
  const byId = new Map(all.map((one) => [one.row.caseId as string, one]));
  const shown = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    number: shown(groups.number),
    client: shown(groups.client),
    goods: shown(groups.goods),
    person: shown(groups.person),
    isLooking: byPerson === null,
  };
}
