import { casesTouchedBy } from '../cases/factsOfCases.ts';
import { refreshCases } from '../cases/refreshCases.ts';
import { withAcks } from '../storage/ackRanges.ts';
import { setStationValues, startOver, stationValues } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/**
 * Makes the database this station's. Was it another's before (enrolled anew, perhaps for another
 * site), then that station's unsent commands leave it: their numbers and signatures mean nothing
 * under the new name. They stay in the old journal, which the main process keeps for a rescue.
 */
export async function adoptStation(
  db: StationDatabase,
  stationId: string,
  now: number,
): Promise<void> {
  const { stationId: before } = await stationValues(db);
  if (before === stationId) return;
  await db.transaction('rw', db.tables, async () => {
    if (before !== undefined) {
      const stored = await db.facts.where('envelope.sequence').above(0).toArray();
      const own = await withAcks(db, stored);
      const left = own.filter((row) => row.acceptance !== 'accepted');
      const touched = await casesTouchedBy(
        db,
        stored.filter((row) => row.acceptance !== 'accepted'),
      );
      const unsent = left.map((row) => row.id);
      await db.facts.bulkDelete(unsent);
      await db.identifiers.bulkDelete(unsent.map((id) => `fact:${id}`));
      await db.facts.bulkPut(
        own
          .filter((row) => row.acceptance === 'accepted')
          .map((row) => ({ ...row, sequence: 0, envelope: null })),
      );
      await Promise.all([db.outbox.clear(), db.refused.clear(), db.answeredRuns.clear()]);
      await refreshCases(db, touched, new Date(now).toISOString(), 'facts');
      await startOver(db);
    }
    await setStationValues(db, { stationId, ...(before !== undefined && { lastSequence: 0 }) });
  });
}
