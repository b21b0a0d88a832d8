import type { Command } from '../../shared/sync/command.ts';
import { casesTouchedBy } from '../cases/factsOfCases.ts';
import { identifierRowOfFact } from '../cases/identifiersOf.ts';
import { refreshCases } from '../cases/refreshCases.ts';
import { ackRangesWithout } from '../protocol/ackRanges.ts';
import { changeAckRanges } from '../storage/ackRanges.ts';
import { outboxRow, ownFactRow } from '../storage/factRows.ts';
import { setStationValues, stationValues } from '../storage/meta.ts';
import type { PhotoRow } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { watched } from '../storage/watchdog.ts';

export type KeptPhoto = { readonly row: PhotoRow; readonly blob: Blob };

/** One strict transaction: the facts, their place in the outbox, their photos, and the lists they change. */
export async function storeCommands(
  db: StationDatabase,
  commands: readonly Command[],
  now: string,
  photos: readonly KeptPhoto[] = [],
): Promise<void> {
  const rows = commands.map(ownFactRow);
  const outgoing = commands.map(outboxRow);
  const found = commands.flatMap((c) => identifierRowOfFact(c.fact) ?? []);
  const lastSequence = Math.max(0, ...commands.map((c) => c.sequence));
  await watched(
    db.transaction('rw', db.tables, async () => {
      const known = (await stationValues(db)).lastSequence ?? 0;
      const numbers = commands.map((c) => c.sequence);
      await changeAckRanges(db, (runs) => ackRangesWithout(runs, numbers));
      await Promise.all([
        db.facts.bulkPut(rows),
        db.outbox.bulkPut(outgoing),
        db.identifiers.bulkPut(found),
        db.photos.bulkPut(photos.map((p) => p.row)),
        db.photoBytes.bulkPut(photos.map((p) => ({ sha256: p.row.sha256, blob: p.blob }))),
        setStationValues(db, { lastSequence: Math.max(lastSequence, known) }),
      ]);
      await refreshCases(db, await casesTouchedBy(db, rows), now, 'facts');
    }),
  );
}
