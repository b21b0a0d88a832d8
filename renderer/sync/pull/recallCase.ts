import { noteExpired } from '../retention/evictCases.ts';
import { CentralTrouble } from '../transport/centralClient.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { applyChanges } from './applyChanges.ts';

const keptMs = 24 * 60 * 60 * 1000;

/**
 * A case that left this station is needed once more: it comes back whole, for a day, or for longer
 * when something is recorded about it. False: central cannot be asked, or knows no such case.
 */
export async function recallCase(
  { db, central, now }: Pick<SyncDeps, 'db' | 'central' | 'now'>,
  name: string,
): Promise<boolean> {
  try {
    const changes = await central.case(name);
    await applyChanges(db, { changes: [...changes] }, now());
    const from = new Date(now() + keptMs).toISOString();
    const found = changes.flatMap((c) => (c.collection === 'cases' ? [c.id] : []));
    await db.transaction('rw', db.meta, async () => {
      const leaving = found.map((caseId) => ({ caseId, from }));
      await noteExpired(db, leaving, []);
    });
    return found.length > 0;
  } catch (cause) {
    if (cause instanceof CentralTrouble) return false;
    throw cause;
  }
}
