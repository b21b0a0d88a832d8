import type { IdentifierRow } from '../rows.ts';
import { formIn, meets } from './identifierKey.ts';

/** A page in mind. */
export type OpenPage = {
  readonly key: string;
  readonly cases: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly rowOf: (caseId: string) => IdentifierRow | null;
  /** For each value the hash of its form and the place of its case in one number, ascending. */
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
    rowOf(caseId) {
      const place = placeOf.get(caseId);
      return place === undefined ? null : ownRow(caseId, valuesIn(values[place]));
    },
    entries: Float64Array.from(
      values.flatMap((line, place) =>
        valuesIn(line).map((value) => hashOf(formIn(value)) * places + place),
      ),
    ).sort(),
  };
}

/**
 * The rows its cases would have for themselves, of those that are found by one of what is sought;
 * `hashes` are of the forms sought.
 */
export function ownersOnPage(
  page: OpenPage,
  sought: readonly string[],
  hashes: readonly number[],
): readonly IdentifierRow[] {
  const found = new Set(hashes.flatMap((hash) => placesUnder(page.entries, hash)));
  return [...found].flatMap((place) => {
    const row = page.rowOf(page.cases[place] ?? '');
    return row && row.values.some((key) => sought.some((one) => meets(key, one))) ? [row] : [];
  });
}

function ownRow(caseId: string, values: readonly string[]): IdentifierRow {
  return { owner: `case:${caseId}`, caseId, arrivalId: '', values };
}

function valuesIn(line: string | undefined): readonly string[] {
  return line ? line.split(' ') : [];
}

function placesUnder(entries: Float64Array, hash: number): readonly number[] {
  let from = 0;
  let end = entries.length;
  while (from < end) {
    const middle = (from + end) >>> 1;
    if ((entries[middle] ?? 0) < hash * places) from = middle + 1;
    else end = middle;
  }
  const found: number[] = [];
  for (let at = from; ; at += 1) {
    const place = (entries[at] ?? Number.POSITIVE_INFINITY) - hash * places;
    if (place >= places) return found;
    found.push(place);
  }
}

/** FNV-1a, 32 bits. */
export function hashOf(value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1)
    hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
