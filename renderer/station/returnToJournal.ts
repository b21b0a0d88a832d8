import type { Desktop } from '../../shared/desktop/desktopApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import { commandOf } from '../storage/factRows.ts';
import type { PhotoState } from '../storage/rows.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

const atOnce = 100;
const pageSize = 1000;

/**
 * The journal is written first, so it lacks nothing the database has, unless its disk was damaged.
 * Then the unsent commands and photos go back to it, and its chain goes on after the last the
 * database knows of: a number used twice would cost one of the two commands.
 */
export async function returnToJournal(
  db: StationDatabase,
  desktop: Pick<
    Desktop,
    'stationState' | 'readJournal' | 'returnCommands' | 'keptPhotos' | 'keepPhoto'
  >,
): Promise<void> {
  const lacking = await lackingInJournal(db, desktop);
  for (let start = 0; start < lacking.length; start += atOnce)
    await desktop.returnCommands({ commands: lacking.slice(start, start + atOnce) });
  await returnPhotos(db, desktop);
}

async function lackingInJournal(
  db: StationDatabase,
  desktop: Pick<Desktop, 'stationState' | 'readJournal'>,
): Promise<readonly Command[]> {
  const { journal } = await desktop.stationState({});
  const unsent = await db.outbox.orderBy('sequence').toArray();
  const there = unsent.length > 0 ? await unsettledIn(desktop) : new Set<string>();
  const missing = unsent.filter((row) => !there.has(row.id)).map((row) => row.id);
  const beyond = await db.facts
    .where('envelope.sequence')
    .above(journal.lastSequence)
    .primaryKeys();
  const rows = await db.facts.bulkGet([...new Set([...missing, ...beyond])]);
  return rows.flatMap((row) => (row && commandOf(row)) ?? []);
}

async function unsettledIn(desktop: Pick<Desktop, 'readJournal'>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let afterSequence = 0, more = true; more; ) {
    const page = await desktop.readJournal({ afterSequence, limit: pageSize });
    for (const command of page.commands) ids.add(command.fact.id);
    const last = page.commands.at(-1);
    more = page.more && last !== undefined;
    afterSequence = last?.sequence ?? afterSequence;
  }
  return ids;
}

async function returnPhotos(
  db: StationDatabase,
  desktop: Pick<Desktop, 'keptPhotos' | 'keepPhoto'>,
): Promise<void> {
  const inState = (state: PhotoState) =>
    db.photos.where('[state+dueBefore]').between([state, ''], [state, '\uffff']);
  const [waiting, stored] = await Promise.all([
    inState('waiting').primaryKeys(),
    inState('stored').primaryKeys(),
  ]);
  const unsent = [...waiting, ...stored];
  if (unsent.length === 0) return;
  const kept = new Set(await desktop.keptPhotos({}));
  for (const sha256 of unsent) {
    if (kept.has(sha256)) continue;
    const row = await db.photoBytes.get(sha256);
    // A refusal (a full disk) costs nothing yet: the database has the picture, and the next start tries again.
    if (row)
      await desktop.keepPhoto({ sha256, bytes: new Uint8Array(await row.blob.arrayBuffer()) });
  }
}
