import type { FactKind } from '../../shared/returns/fact.ts';
import type { Command } from '../../shared/sync/command.ts';
import { type CaseOnDesk, leaveOnDesk, withFact } from '../cases/caseDesk.ts';
import { identifierRowOfFact } from '../cases/identifiersOf.ts';
import { outboxRow, ownFactRow } from '../storage/factRows.ts';
import { stationValues } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { watched } from '../storage/watchdog.ts';
import type { KeptPhoto } from './storeCommands.ts';

/** Facts that bring or take others along: the case must be read again after them. */
const moving: readonly FactKind[] = ['caseOpened', 'arrivalLinked', 'correction'];

/**
 * The short way of `storeCommands` for one fact of a case that was just read: its list row is made
 * beforehand, and stored with the fact if nothing the case is read from has changed meanwhile, in
 * this window or another. Otherwise nothing is stored, and it answers no.
 */
export async function storeUponDesk(
  db: StationDatabase,
  work: {
    readonly commands: readonly Command[];
    readonly photos: readonly KeptPhoto[];
    readonly now: string;
  },
  taken: CaseOnDesk | null,
): Promise<boolean> {
  const [command, another] = work.commands;
  if (!taken || taken.revision === null || !command || another) return false;
  const { fact, sequence } = command;
  if (fact.caseId !== taken.caseId || moving.includes(fact.kind)) return false;
  const row = ownFactRow(command);
  const { sources, projection } = withFact(taken.sources, row, work.now);
  const found = identifierRowOfFact(fact);
  const { photos } = work;

  const revision = await watched(
    db.transaction(
      'rw',
      [
        db.facts,
        db.outbox,
        db.meta,
        db.caseRows,
        ...(found ? [db.identifiers] : []),
        ...(photos.length > 0 ? [db.photos, db.photoBytes] : []),
      ],
      async () => {
        const [values, before] = await Promise.all([
          stationValues(db),
          db.caseRows.get(taken.caseId),
        ]);
        if (before?.revision !== taken.revision) return null;
        if (sequence <= (values.lastSequence ?? 0)) return null;
        const next = (values.revision ?? 0) + 1;
        const lastSequence = Math.max(sequence, values.lastSequence ?? 0);
        await Promise.all([
          db.facts.put(row),
          db.outbox.put(outboxRow(command)),
          db.caseRows.put({ ...projection, revision: next }),
          db.meta.put({ ...values, key: 'station', revision: next, lastSequence }),
          ...(found ? [db.identifiers.put(found)] : []),
          ...photos.flatMap(({ row: photo, blob }) => [
            db.photos.put(photo),
            db.photoBytes.put({ sha256: photo.sha256, blob }),
          ]),
        ]);
        return next;
      },
    ),
  );
  if (revision === null) return false;
  leaveOnDesk(db, { caseId: taken.caseId, sources, revision });
  return true;
}
