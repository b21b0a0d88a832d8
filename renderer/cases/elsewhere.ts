import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import { grantedOnLines } from '../../shared/cases/decisions/grants.ts';
import type { OtherPicture } from '../../shared/cases/reading/picturesElsewhere.ts';
import type { Grant, ReturnCase } from '../../shared/facts/documents.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import { noCurrency } from '../../shared/facts/money.ts';
import { isSamePiece } from '../../shared/facts/serials.ts';
import type { GrantedOnLine, SerialElsewhere } from '../../shared/policy/decision.ts';
import { rowsUnder } from '../storage/byIndex.ts';
import { packedRowsBy, papersIn } from '../storage/packed/packedRows.ts';
import type { FactRow, IdentifierRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { indexed } from './identifiersOf.ts';
import { otherPictures } from './otherPictures.ts';

/** What other cases, as far as this station knows them, already had of the goods of one. */
export type Elsewhere = {
  readonly granted: readonly GrantedOnLine[];
  readonly serials: readonly SerialElsewhere[];
  readonly pictures: readonly OtherPicture[];
};

export const nothingElsewhere: Elsewhere = { granted: [], serials: [], pictures: [] };

type Case = { readonly id: string; readonly paper: ReturnCase; readonly rows: readonly FactRow[] };

/** Of cases whose goods are here; nothing was counted of the others. Within a transaction. */
export async function elsewhereOf(
  db: StationDatabase,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, Elsewhere>> {
  const counted = cases.filter(({ rows }) => rows.some((r) => r.kind === 'unitsCounted'));
  if (counted.length === 0) return new Map();
  const lineIds = counted.flatMap(({ paper }) => orderLinesOf(paper));
  const [granted, serials, pictures] = await Promise.all([
    rowsUnder(db.grants, 'orderLines', [...new Set(lineIds)]),
    serialsElsewhere(db, counted),
    otherPictures(
      db,
      counted.flatMap(({ rows }) => rows),
    ),
  ]);
  // Of thousands of cases none is compared with every other.
  const grantsOf = groupedBy(
    new Map(granted.map((g) => [g.id, g])).values(),
    (grant) => grant.orderLines,
  );
  const picturesOf = groupedBy(pictures, ({ photo }) => [photo.sha256]);
  return new Map(
    counted.map(({ id, paper, rows }) => {
      const lines = new Set<string>(orderLinesOf(paper));
      const others = underAny(lines, grantsOf).filter((grant) => grant.caseId !== id);
      return [
        id,
        {
          granted: grantedOnLines(others)
            .filter((line) => lines.has(line.orderLineId))
            .map((line) => ({ ...line, currency: currencyOf(line.orderLineId, others) })),
          serials: serials.get(id) ?? [],
          pictures: underAny(hashesIn(rows), picturesOf).filter(({ caseId }) => caseId !== id),
        },
      ];
    }),
  );
}

function hashesIn(rows: readonly FactRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ fact }) => (fact.kind === 'photoTaken' ? [fact.sha256] : [])));
}

function groupedBy<T>(
  all: Iterable<T>,
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const own = groups.get(key);
      if (own) own.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

/** Each once. */
function underAny<T>(
  keys: ReadonlySet<string>,
  groups: ReadonlyMap<string, readonly T[]>,
): readonly T[] {
  return [...new Set([...keys].flatMap((key) => groups.get(key) ?? []))];
}

/** Of the first that granted something of it: a line is granted in one currency. */
function currencyOf(orderLineId: string, granted: readonly Grant[]): string {
  const first = granted.find((g) => g.added.some((a) => a.orderLineId === orderLineId));
  return first?.currency ?? noCurrency;
}

function orderLinesOf(paper: ReturnCase): readonly string[] {
  return paper.lines.flatMap((line) => line.orderLineId ?? []);
}

async function serialsElsewhere(
  db: StationDatabase,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, readonly SerialElsewhere[]>> {
  const own = cases.flatMap(({ id, paper, rows }) =>
    rows.flatMap(({ fact, acceptance }) =>
      fact.kind === 'unitsCounted' && acceptance !== 'refused'
        ? fact.serials.map((serial) => ({ id, paper, fact, serial }))
        : [],
    ),
  );
  if (own.length === 0) return new Map();
  const values = own.map(({ serial }) => indexed({ kind: 'serial', value: serial }));
  const owners = await rowsUnder(db.identifiers, 'values', [...new Set(values)]);
  const casesWith = new Map<string, Set<string>>();
  for (const [index, { id }] of own.entries()) {
    const value = values[index] ?? '';
    casesWith.set(value, (casesWith.get(value) ?? new Set()).add(id));
  }
  // Most are known of one case alone, which says nothing of another.
  const isOfAnother = (one: IdentifierRow) =>
    one.values.some((value) => [...(casesWith.get(value) ?? [])].some((id) => id !== one.caseId));
  const facts = owners.flatMap((one) =>
    one.owner.startsWith('fact:') && isOfAnother(one) ? [one.owner.slice(5)] : [],
  );
  // Nothing is awaited that asks the database nothing: the transaction would end behind it.
  if (facts.length === 0) return new Map();
  const others = await countsBehind(db, facts);
  if (others.length === 0) return new Map();
  const papers = await packedRowsBy(papersIn(db), [...new Set(others.map((o) => o.caseId ?? ''))]);
  const paperBy = new Map(papers.flatMap((p) => (p ? [[p.id as string, p] as const] : [])));
  const countsOf = groupedBy(others, (count) => count.serials.map(normalForm));
  const found = new Map<string, SerialElsewhere[]>();
  for (const { id, paper, fact, serial } of own) {
    const line = orderLineOf(paper, fact);
    const { article } = fact;
    const other = countsOf
      .get(normalForm(serial))
      ?.find(
        (o) =>
          o.caseId !== null &&
          o.caseId !== id &&
          o.serials.some((s) =>
            isSamePiece({ article: o.article, serial: s }, { article, serial }),
          ) &&
          !wasShippedAgain(line, orderLineOf(paperBy.get(o.caseId), o)),
      );
    if (!other?.caseId) continue;
    const known = found.get(id) ?? [];
    found.set(id, [...known, { unitGroupId: fact.unitGroupId, serial, caseId: other.caseId }]);
  }
  return found;
}

/** Sold by another order line than the one it came back from before: it left the house in between. */
function wasShippedAgain(now: string | null, before: string | null): boolean {
  return now !== null && before !== null && now !== before;
}

function orderLineOf(paper: ReturnCase | undefined, fact: FactOf<'unitsCounted'>): string | null {
  return paper?.lines.find((line) => line.id === fact.returnLineId)?.orderLineId ?? null;
}

/**
 * Counts that stand, of the facts behind these entries. One chain of the database's own promises: an
 * async function that waits twice, awaited by another, may leave the transaction behind.
 */
function countsBehind(
  db: StationDatabase,
  ids: readonly string[],
): PromiseLike<readonly FactOf<'unitsCounted'>[]> {
  return db.facts.bulkGet([...ids]).then((read) => {
    const rows = read.flatMap((row) => row ?? []);
    const corrections = db.facts.where('fact.corrects').anyOf(rows.map((row) => row.id));
    return corrections.toArray().then((corrected) => {
      const undone = new Set(
        corrected.filter((row) => row.acceptance !== 'refused').map((row) => row.corrects),
      );
      return rows.flatMap(({ id, fact, acceptance }) =>
        fact.kind === 'unitsCounted' && acceptance !== 'refused' && !undone.has(id) ? [fact] : [],
      );
    });
  });
}
