import type { IdentifierRow } from '../rows.ts';
import {
  formIn,
  isOfAnyKind,
  isOfManyCases,
  kindIn,
  manyStrengths,
  meets,
  strengthOf,
} from './identifierKey.ts';

/** A page in mind. */
export type OpenPage = {
  readonly key: string;
  readonly cases: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly rowOf: (caseId: string) => IdentifierRow | null;
  /** Of each of its cases the values, apart by blanks. */
  readonly lines: readonly string[];
  /** For each value the hash of its form, how strong its kind is and the place of its case in one number, ascending. */
  readonly entries: Float64Array;
};

const places = 2 ** 16;

/** Rows of cases as one row, found by nothing. */
export function pageOf(rows: readonly IdentifierRow[], key: string): IdentifierRow {
  return {
    owner: key,
    caseId: '',
    arrivalId: '',
    values: [],
    page: {
      cases: rows.map((row) => row.caseId),
      // Keys have no blanks in them and no ends of lines.
      values: rows.map((row) => row.values.join(' ')).join('\n'),
    },
  };
}

/** The rows a page was made of. */
export function rowsOnPage({ page }: IdentifierRow): readonly IdentifierRow[] {
  const values = (page?.values ?? '').split('\n');
  return (page?.cases ?? []).map((id, place) => ownRow(id, valuesIn(values[place])));
}

export function openPage({ owner, page }: IdentifierRow): OpenPage {
  const cases = page?.cases ?? [];
  const values = (page?.values ?? '').split('\n');
  const placeOf = new Map(cases.map((id, place) => [id, place]));
  return {
    key: owner,
    cases,
    placeOf,
    lines: values,
    rowOf(caseId) {
      const place = placeOf.get(caseId);
      return place === undefined ? null : ownRow(caseId, valuesIn(values[place]));
    },
    entries: Float64Array.from(
      values.flatMap((line, place) =>
        valuesIn(line).map(
          (value) => (hashOf(formIn(value)) * manyStrengths + strength(value)) * places + place,
        ),
      ),
    ).sort(),
  };
}

/** What is sought, a key or a form of any kind, as a page is looked through for it. */
export type Sought = {
  readonly key: string;
  readonly hash: number;
  readonly strength: number | null;
};

export function soughtAs(key: string): Sought {
  const form = formIn(key);
  return { key, hash: hashOf(form), strength: isOfAnyKind(key) ? null : strength(key) };
}

/** Of a case that has more than an article in common with what is sought. */
export const namedRank = -1;

/**
 * Its cases that may be found by one of what is sought, each with its best rank: by which of it, then
 * by how strong a kind. Nothing of their rows is read; `rowFound` says whether they are.
 */
export function ranksOnPage(
  { cases, entries }: OpenPage,
  sought: readonly Sought[],
): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const [index, one] of sought.entries())
    for (const { place, kind } of entriesUnder(entries, one.hash)) {
      const caseId = cases[place];
      if (caseId === undefined || (one.strength !== null && one.strength !== kind)) continue;
      const rank = isOfManyCases(kind) ? index * manyStrengths + kind : namedRank;
      if (rank < (ranks.get(caseId) ?? Number.POSITIVE_INFINITY)) ranks.set(caseId, rank);
    }
  return ranks;
}

/** The row a case would have for itself; null where it is not found by what is sought. */
export function rowFound(
  page: OpenPage,
  caseId: string,
  sought: readonly Sought[],
): IdentifierRow | null {
  const row = page.rowOf(caseId);
  return row?.values.some((value) => sought.some(({ key }) => meets(value, key))) ? row : null;
}

/** Rows a value of which begins so, in their order. */
export function rowsBeginning(
  { cases, lines }: OpenPage,
  beginning: string,
  most: number,
): readonly IdentifierRow[] {
  const found: IdentifierRow[] = [];
  for (const [place, line] of lines.entries()) {
    if (found.length === most) break;
    if (!line.startsWith(beginning) && !line.includes(` ${beginning}`)) continue;
    const id = cases[place];
    if (id !== undefined) found.push(ownRow(id, valuesIn(line)));
  }
  return found;
}

function ownRow(caseId: string, values: readonly string[]): IdentifierRow {
  return { owner: `case:${caseId}`, caseId, arrivalId: '', values };
}

function valuesIn(line: string | undefined): readonly string[] {
  return line ? line.split(' ') : [];
}

function strength(key: string): number {
  return strengthOf(kindIn(key));
}

function entriesUnder(
  entries: Float64Array,
  hash: number,
): readonly { readonly place: number; readonly kind: number }[] {
  const first = hash * manyStrengths * places;
  let from = 0;
  let end = entries.length;
  while (from < end) {
    const middle = (from + end) >>> 1;
    if ((entries[middle] ?? 0) < first) from = middle + 1;
    else end = middle;
  }
  const found: { place: number; kind: number }[] = [];
  for (let at = from; ; at += 1) {
    const entry = (entries[at] ?? Number.POSITIVE_INFINITY) - first;
    if (entry >= manyStrengths * places) return found;
    found.push({ place: entry % places, kind: Math.floor(entry / places) });
  }
}

/** FNV-1a, 32 bits. */
export function hashOf(value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1)
    hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
