import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import { restorePhotos } from '../cases/restorePhotos.ts';
import { standingOfLine } from '../protocol/reconciling.ts';
import { storeCommands } from '../recording/storeCommands.ts';
import { ackRanges, withAck } from '../storage/ackRanges.ts';
import { highestSequence } from '../storage/meta.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

export type Reconciled = {
  /** Commands the database had lost (or never got) and has again. */
  readonly commands: number;
  /** Those among them that central had answered before: offered once more, in case it forgot. */
  readonly answered: number;
  readonly photos: number;
  /** Pictures of those commands that central has not answered, and that are nowhere on this disk. */
  readonly photosGone: number;
};

const pageSize = 500;

/**
 * Brings the database up to the journal, which is written first and survives what the database may
 * not. What central has answered for good is struck off the journal; the rest is in the outbox
 * afterwards, each command once. What this database never had, or lost, comes back even if central
 * has answered it: its refusals are to be seen, and central may be restored from a back-up.
 */
export async function reconcileJournal(
  db: StationDatabase,
  desktop: Pick<Desktop, 'readJournal' | 'settleCommands' | 'keptPhotos' | 'readPhoto'>,
  now: number,
): Promise<Reconciled> {
  const at = new Date(now).toISOString();
  const answeredAbove = await highestSequence(db);
  const taken = new Set<string>();
  let commands = 0;
  let answeredBefore = 0;
  let afterSequence = 0;
  for (;;) {
    const page = await desktop.readJournal({ afterSequence, limit: pageSize, answeredAbove });
    const lost = await takeOver(page.commands);
    const before = new Set(page.answered);
    commands += lost.length;
    answeredBefore += lost.filter((line) => before.has(line.fact.id)).length;
    for (const { fact } of lost)
      if (fact.kind === 'photoTaken' && !before.has(fact.id)) taken.add(fact.sha256);
    const last = page.commands.at(-1);
    if (!page.more || !last) break;
    afterSequence = last.sequence;
  }
  const photos = await restorePhotos(db, desktop);
  const here = await db.photos
    .where('sha256')
    .anyOf([...taken])
    .count();
  return { commands, answered: answeredBefore, photos, photosGone: taken.size - here };

  async function takeOver(lines: readonly Command[]): Promise<readonly Command[]> {
    const [rows, waiting, runs] = await Promise.all([
      db.facts.bulkGet(lines.map((line) => line.fact.id)),
      db.outbox.bulkGet(lines.map((line) => line.sequence)),
      ackRanges(db),
    ]);
    const standings = lines.map((_, index) => {
      const row = rows[index];
      return standingOfLine({
        row: row && withAck(row, runs),
        isWaiting: waiting[index] !== undefined,
      });
    });
    const answered = lines.filter((_, index) => standings[index] === 'answered');
    if (answered.length > 0)
      await desktop.settleCommands({ ids: answered.map((line) => line.fact.id) });
    const lost = lines.filter((_, index) => standings[index] === 'lost');
    if (lost.length > 0) await storeCommands(db, lost, at);
    return lost;
  }
}
