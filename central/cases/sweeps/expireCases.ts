import { expiresAt } from '../../../shared/cases/expiry.ts';
import { finishedCaseMs } from '../../../shared/cases/retention.ts';
import { lockEntities } from '../../database/lockRows.ts';
import type { CentralDatabase } from '../../database/openDatabase.ts';
import type { Rows } from '../../database/rows.ts';
import { contractKey } from '../../documents/contractKey.ts';
import { grantsStillNeeded } from '../../documents/grantSightRows.ts';
import { appendChanges } from '../../feed/changeRows.ts';
import type { Log } from '../../log.ts';
import { loadWholeCases } from '../caseRows.ts';
import { factsOfCase } from '../factsOfCase.ts';
import {
  dropWithoutTombstone,
  finishedCases,
  lastAcceptedIn,
  type SiteCase,
} from '../finishedCaseRows.ts';
import { inParts } from '../placeSizeRows.ts';
import { apart, fileOf } from '../workingSet.ts';

const atOnce = 200;
const everyMs = 6 * 60 * 60_000;

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * Tells stations to evict every case that is finished for good (`expiresAt`), so that
 * neither they nor a catch-up from scratch grow with the years. Central keeps everything. Returns
 * how many.
 */
export async function expireFinishedCases(deps: Deps): Promise<number> {
  const { database, now, log } = deps;
  const quietSince = new Date(now().getTime() - finishedCaseMs);
  let left = 0;
  let after = '';
  for (;;) {
    const page = await finishedCases(database.rows, after, quietSince, atOnce);
    const last = page.at(-1);
    if (!last) break;
    const ids = page.map(({ id }) => id);
    for (const some of await inParts(database.rows, ids, atOnce))
      left += await database.write((rows) =>
        expireAmong(
          rows,
          page.filter(({ id }) => some.includes(id)),
          now(),
        ),
      );
    after = last.id;
  }
  if (left > 0) log.info({ cases: left }, 'finished cases left the stations');
  return left;
}

/** At the start, and again and again. */
export function keepExpiringCases(deps: Deps): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = expireFinishedCases(deps).catch((error: unknown) => {
      deps.log.error({ err: error }, 'finished cases stay at the stations for now');
    });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  look();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function expireAmong(rows: Rows, page: readonly SiteCase[], now: Date): Promise<number> {
  const ids = page.map(({ id }) => id);
  // What is recorded about them at this moment waits, or was before and counts.
  await lockEntities(rows, ids);
  const workingSet = await loadWholeCases(rows, ids);
  const accepted = await lastAcceptedIn(rows, ids);
  const expired = page.filter(({ id }) => {
    const file = apart(() => fileOf(workingSet, id), null);
    if (!file) return false;
    const paper = file.returnCase;
    const own = workingSet.refunds.get(id) ?? [];
    const contract = workingSet.referenceData.contracts.get(
      contractKey(paper.contractId ?? '', paper.contractVersion ?? 0),
    );
    const at = expiresAt(file, own, accepted.get(id) ?? null, contract ?? null);
    return at !== null && Date.parse(at) <= now.getTime();
  });
  const facts = expired.flatMap(({ id }) =>
    factsOfCase(workingSet.facts, id).map((fact) => fact.id),
  );
  await dropWithoutTombstone(rows, 'facts', facts);
  const paid = expired.flatMap(({ id }) =>
    (workingSet.refunds.get(id) ?? []).map((refund) => refund.id),
  );
  await dropWithoutTombstone(rows, 'refunds', paid);
  const granted = expired.flatMap(({ id }) => (workingSet.grants.get(id) ?? []).map((g) => g.id));
  await dropWithoutTombstone(rows, 'grants', granted);
  const left = expired.map(({ id }) => id);
  const needed = await grantsStillNeeded(rows, granted, left);
  await appendChanges(rows, [
    ...expired.map(({ id, siteId }) => ({ siteId, collection: 'cases' as const, id, gone: true })),
    ...needed,
  ]);
  return expired.length;
}
