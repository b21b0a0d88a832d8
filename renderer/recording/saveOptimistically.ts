import type { Fact, FactKind } from '../../shared/facts/fact.ts';
import type { Command } from '../../shared/sync/command.ts';
import { type CachedCase, cacheCase, projectionOf, withFact } from '../cases/caseCache.ts';
import { type CaseSources, sourceTables } from '../cases/caseSources.ts';
import { elsewhereOf, nothingElsewhere } from '../cases/elsewhere.ts';
import { identifierRowOfFact } from '../cases/identifiersOf.ts';
import { outboxRow, ownFactRow } from '../storage/factRows.ts';
import { cachedValues } from '../storage/meta.ts';
import { readTogether } from '../storage/readTogether.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';
import { storeAtOnce } from '../storage/storeAtOnce.ts';
import { watched } from '../storage/watchdog.ts';
import type { KeptPhoto } from './storeCommands.ts';

/** Facts that bring or take others along: the case must be read again after them. */
const moving: readonly FactKind[] = ['caseOpened', 'arrivalLinked', 'correction'];

/**
 * The short way of `storeCommands` for one fact of a case that was just read: its list row is made
 * beforehand, and stored with the fact if nothing the case is read from has changed meanwhile, in
 * this window or another, and its number is a new one. Otherwise nothing is stored, and it answers no.
 */
export async function saveOptimistically(
  db: StationDatabase,
  work: {
    readonly commands: readonly Command[];
    readonly photos: readonly KeptPhoto[];
    readonly now: string;
  },
  cached: CachedCase | null,
): Promise<boolean> {
  const [command, another] = work.commands;
  if (!cached || cached.revision === null || !command || another || !db.isOpen()) return false;
  const { fact, sequence } = command;
  if (fact.caseId !== cached.caseId || moving.includes(fact.kind)) return false;
  const row = ownFactRow(command);
  const { lastSequence = 0 } = await cachedValues(db, 'station');
  if (sequence <= lastSequence) return false;
  const found = identifierRowOfFact(fact);
  const { now, photos } = work;
  // Own saves have revisions below zero: their number is nobody else's.
  const revision = -sequence;
  const sources = await withElsewhere(db, withFact(cached.sources, row), fact);
  const after = { caseId: cached.caseId, sources, revision, page: null };

  const isStored = await watched(
    storeAtOnce(
      db,
      [
        { table: 'facts', row: () => row },
        { table: 'outbox', row: () => outboxRow(command) },
        ...photos.flatMap((photo) => [
          { table: 'photos', row: () => photo.row },
          { table: 'photoBytes', row: () => ({ sha256: photo.row.sha256, blob: photo.blob }) },
        ]),
        ...(found ? [{ table: 'identifiers', row: () => found }] : []),
        { table: 'caseRows', row: () => ({ ...projectionOf(after.sources, now), revision }) },
      ],
      { caseId: cached.caseId, revision: cached.revision, page: cached.page, sequence },
    ),
  );
  if (isStored) cacheCase(db, after);
  return isStored;
}

/** What is counted brings what other cases had of it: of the first units of all, and of numbered pieces. */
async function withElsewhere(
  db: StationDatabase,
  sources: CaseSources,
  fact: Fact,
): Promise<CaseSources> {
  const { paper, rows } = sources;
  const isFirst = rows.filter(({ kind }) => kind === 'unitsCounted').length === 1;
  if (fact.kind !== 'unitsCounted' || (!isFirst && fact.serials.length === 0)) return sources;
  const one = { id: paper.id, paper, rows };
  const found = await readTogether(db, sourceTables, async () => await elsewhereOf(db, [one]));
  return { ...sources, elsewhere: found.get(paper.id) ?? nothingElsewhere };
}
