import { decidingOf } from '../../shared/cases/decisions/verdict.ts';
import { lineLock, lockEntities } from '../database/lockRows.ts';
import { isDone, markDone } from '../database/metaRows.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import type { Log } from '../log.ts';
import { acceptedFacts, loadWholeCases } from './caseRows.ts';
import { decidedCasesAfter } from './decidedCaseRows.ts';
import { enteredAmong, storeGrants } from './grantRows.ts';
import { grantsBefore, type OldDecision } from './oldGrants.ts';
import { inParts } from './placeSizeRows.ts';
import { fileOf, referencesOf, type WorkingSet } from './workingSet.ts';

const mark = 'ledgerBackfilled';

/**
 * Enters what was decided before there was a ledger, once, at the first start after the migration and
 * before anybody is let in. Money already set free stays as it is; where it exceeds an order line,
 * the line is allowed that much. Returns how many decisions were entered.
 */
export async function backfillGrants(
  {
    database,
    now,
    log,
  }: {
    readonly database: CentralDatabase;
    readonly now: () => Date;
    readonly log: Log;
  },
  atOnce = 100,
): Promise<number> {
  if (await isDone(database.rows, mark)) return 0;
  let entered = 0;
  for (let after = ''; ; ) {
    const page = await decidedCasesAfter(database.rows, { siteId: null, after, limit: atOnce });
    const last = page.at(-1);
    if (last === undefined) break;
    for (const some of await inParts(database.rows, page, atOnce))
      entered += await database.write((rows) => enterCases(rows, some, log));
    after = last;
  }
  await database.write((rows) => markDone(rows, mark, now().toISOString()));
  if (entered > 0) log.info({ decisions: entered }, 'earlier decisions were entered in the ledger');
  return entered;
}

async function enterCases(rows: Rows, caseIds: readonly string[], log: Log): Promise<number> {
  await lockEntities(rows, caseIds);
  const workingSet = await loadWholeCases(rows, caseIds);
  await lockEntities(rows, [...workingSet.referenceData.orderLines.keys()].map(lineLock));
  const decided = [...workingSet.facts.byId.values()].flatMap((f) =>
    f.kind === 'verdictDecided' ? [f] : [],
  );
  const accepted = await acceptedFacts(
    rows,
    decided.map((fact) => fact.id),
  );
  const grants = caseIds.flatMap((caseId) => {
    const own = accepted.flatMap(({ fact, acceptedAt }) =>
      fact.kind === 'verdictDecided' && fact.caseId === caseId ? [{ fact, acceptedAt }] : [],
    );
    return grantsOfCase(workingSet, caseId, own);
  });
  const known = await enteredAmong(
    rows,
    grants.map((grant) => grant.id),
  );
  const fresh = grants.filter((grant) => {
    const pays = grant.added.reduce((sum, line) => sum + line.paid, 0);
    const due =
      workingSet.refunds.get(grant.caseId)?.find((r) => r.id === grant.refundId)?.amount ?? 0;
    // Paid for goods of no order line: the register of refunds alone says so.
    if (pays !== due) log.warn({ grant: grant.id }, 'a refund of before names no order line');
    return pays === due && !known.has(grant.id);
  });
  await storeGrants(rows, fresh, true);
  return fresh.length;
}

function grantsOfCase(workingSet: WorkingSet, caseId: string, decisions: readonly OldDecision[]) {
  const file = fileOf(workingSet, caseId);
  const [first] = decisions;
  if (!file || !first) return [];
  const inOrder = [...decisions].sort((a, b) =>
    a.acceptedAt === b.acceptedAt
      ? a.fact.id < b.fact.id
        ? -1
        : 1
      : a.acceptedAt < b.acceptedAt
        ? -1
        : 1,
  );
  return grantsBefore({
    file,
    references: referencesOf(workingSet, file, decidingOf(first.fact, file).on),
    refunds: workingSet.refunds.get(caseId) ?? [],
    decisions: inOrder,
  });
}
