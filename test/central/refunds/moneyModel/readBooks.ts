/**
 * Central's books of each history, held against its grants, its refunds and what was recorded; and
 * every decision again, in the order central took them, with the naive ledger looking on.
 */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { grants, ledgerEntries, ledgerLines } from '../../../../central/database/ledgerSchema.ts';
import type { CentralDatabase } from '../../../../central/database/openDatabase.ts';
import { changes, facts } from '../../../../central/database/schema.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { Grant } from '../../../../shared/facts/documents.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { invoicedFor } from '../../../../shared/policy/decide/eligible.ts';
import { countedIn } from './inMemory.ts';
import { checkSigners, NaiveLedger, type OfLine } from './naiveLedger.ts';
import type { Office, Told } from './office.ts';

export type Books = {
  readonly wrong: readonly string[];
  readonly granted: number;
  readonly refunds: number;
  readonly quarantined: number;
};

type Kept = {
  readonly sums: readonly (typeof ledgerLines.$inferSelect)[];
  readonly entries: readonly (typeof ledgerEntries.$inferSelect)[];
};

export async function readBooks(
  { rows }: CentralDatabase,
  histories: readonly { readonly seed: number; readonly office: Office }[],
  toldOf: (office: Office) => Told,
): Promise<Omit<Books, 'quarantined'>> {
  const lines = histories.flatMap(({ office }) => office.orderLines.map(({ id }) => id));
  const sums = await rows.select().from(ledgerLines).where(inArray(ledgerLines.orderLineId, lines));
  const entries = await rows
    .select()
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.orderLineId, lines));
  const order = await inOrder(rows, histories);
  const books = histories.map(({ seed, office }) => {
    const told = toldOf(office);
    const wrong = [
      ...wrongIn(office, told, { sums, entries }),
      ...playedAgain(office, told, order),
    ];
    return { ...told, wrong: wrong.map((what) => `seed ${seed}: ${what}`) };
  });
  return {
    wrong: books.flatMap(({ wrong }) => wrong),
    granted: books.reduce((sum, book) => sum + book.grants.length, 0),
    refunds: books.reduce((sum, book) => sum + book.refunds.length, 0),
  };
}

function wrongIn(office: Office, told: Told, kept: Kept): readonly string[] {
  const wrong: string[] = [];
  const say = (what: string) => void wrong.push(what);
  for (const line of office.orderLines) {
    const sums = kept.sums.find((s) => s.orderLineId === line.id);
    const entries = kept.entries.filter((e) => e.orderLineId === line.id);
    const added = told.grants.flatMap((grant) =>
      grant.added.filter((a) => a.orderLineId === line.id).map((a) => ({ ...a, grant })),
    );
    const total = (of: (one: (typeof added)[number]) => number) =>
      added.reduce((sum, one) => sum + of(one), 0);
    const beyond = added.filter(
      ({ grant }) => grant.decision === 'override' && new Set(grant.signedBy).size === 2,
    );
    const value = total((a) => a.value);
    const paid = total((a) => a.paid);
    const mayAlso = beyond.reduce((sum, a) => sum + a.value, 0);
    const mayAlsoUnits = beyond.reduce((sum, a) => sum + a.quantity, 0);
    if (value > invoicedFor(line) + mayAlso) say(`${line.id}: granted ${value}`);
    if (total((a) => a.quantity) > line.shippedQuantity + mayAlsoUnits)
      say(`${line.id}: granted ${total((a) => a.quantity)} units`);
    const refunded = told.refunds
      .flatMap((refund) => refund.lines)
      .filter((l) => l.orderLineId === line.id)
      .reduce((sum, l) => sum + l.amount, 0);
    if (refunded !== paid) say(`${line.id}: refunds ${refunded}, granted ${paid}`);
    if ((sums?.value ?? 0) !== value || (sums?.paid ?? 0) !== paid)
      say(`${line.id}: its books say ${sums?.value} and ${sums?.paid}, not ${value} and ${paid}`);
    if (entries.reduce((sum, e) => sum + e.value, 0) !== value)
      say(`${line.id}: its entries are others`);
  }
  for (const grant of told.grants) {
    const ofCase = told.facts.filter((f) => f.caseId === grant.caseId);
    checkSigners(grant, ofCase, grant.signedBy.length === 2, (what) => say(`${grant.id}: ${what}`));
    const refund = told.refunds.find((r) => r.id === grant.refundId);
    const pays = grant.added.reduce((sum, a) => sum + a.paid, 0);
    if ((refund?.amount ?? 0) !== pays) say(`${grant.id}: refunds ${refund?.amount}, not ${pays}`);
  }
  const named = told.grants.flatMap((grant) => grant.refundId ?? []);
  if (new Set(named).size !== named.length) say('a refund was granted twice');
  if (told.refunds.some((refund) => !named.includes(refund.id))) say('a refund nobody granted');
  return wrong;
}

type InOrder = {
  /** By case. */
  readonly facts: ReadonlyMap<string | null, readonly Fact[]>;
  readonly grants: readonly Grant[];
};

/** As central took them: what a push brings of one history has ids in the order of its station. */
async function inOrder(
  rows: CentralDatabase['rows'],
  histories: readonly { readonly office: Office }[],
): Promise<InOrder> {
  const ids = histories.flatMap(({ office }) => office.cases.map((c) => c.id));
  const found = await rows
    .select({ body: facts.body })
    .from(facts)
    .innerJoin(changes, and(eq(changes.collection, 'facts'), eq(changes.id, facts.id)))
    .where(inArray(facts.caseId, ids))
    .orderBy(asc(changes.sequence));
  const taken = await rows
    .select({ body: grants.body })
    .from(grants)
    .where(inArray(grants.caseId, ids))
    .orderBy(asc(grants.sequence));
  const bodies = found.map(({ body }) => body);
  return {
    facts: Map.groupBy(bodies, ({ caseId }) => caseId),
    grants: taken.map(({ body }) => body),
  };
}

function playedAgain(office: Office, told: Told, order: InOrder): readonly string[] {
  const naive = new NaiveLedger(linesOf(office), office.contract.secondApprovalAbove);
  return order.grants.flatMap((grant) => {
    const paper = office.cases.find((c) => c.id === grant.caseId);
    if (!paper) return [];
    const ofCase = order.facts.get(grant.caseId) ?? [];
    const before = ofCase.slice(0, ofCase.findIndex((f) => f.id === grant.id) + 1);
    const refund = told.refunds.find((r) => r.id === grant.refundId) ?? null;
    const file = readCaseFile(paper, before, [], []);
    return naive.enter(grant, refund, before, countedIn(file));
  });
}

function linesOf(office: Office): ReadonlyMap<string, OfLine> {
  return new Map(
    office.orderLines.map((line) => [
      line.id,
      { invoiced: invoicedFor(line), shipped: line.shippedQuantity, unitPrice: line.unitPrice },
    ]),
  );
}
