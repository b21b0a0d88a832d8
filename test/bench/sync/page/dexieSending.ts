/** Dexie as its documentation shows it, sending, fetching and keeping pictures. */
import { Dexie, type Table } from 'dexie';
import { identifierRowOfFact } from '../../../../renderer/cases/identifiersOf.ts';
import {
  acceptedFactRow,
  commandOf,
  outboxRow,
  ownFactRow,
} from '../../../../renderer/storage/factRows.ts';
import type { FactRow, IdentifierRow, OutboxRow } from '../../../../renderer/storage/rows.ts';
import type { AcceptedFact } from '../../../../shared/sync/change.ts';
import type { Command } from '../../../../shared/sync/command.ts';
import { keeping } from './heap.ts';
import { commandsAtOnce, eachPage, given, pushed } from './overHttp.ts';
import { verify, type Work } from './work.ts';

class Plain extends Dexie {
  declare readonly facts: Table<FactRow, string>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly identifiers: Table<IdentifierRow, string>;
  declare readonly photos: Table<{ n: number; blob: Blob }, number>;
  declare readonly meta: Table<{ key: string; cursor: string }, string>;
  constructor() {
    super('plain-sending', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      facts: 'id,caseId,arrivalId,corrects,sequence',
      outbox: 'sequence,id',
      identifiers: 'owner,*values',
      photos: 'n',
      meta: 'key',
    });
  }
}

export const push: Work = async ({ count, at }) => {
  const db = new Plain();
  const commands = await given<Command[]>(at['commands']);
  await db.facts.bulkPut(commands.map(ownFactRow));
  await db.outbox.bulkPut(commands.map(outboxRow));
  const start = performance.now();
  for (;;) {
    const waiting = await db.outbox.orderBy('sequence').limit(commandsAtOnce).toArray();
    if (waiting.length === 0) break;
    const rows = await db.facts.bulkGet(waiting.map((row) => row.id));
    const batch = rows.flatMap((row) => (row && commandOf(row)) ?? []);
    const { results } = await pushed(at['url'], batch);
    await db.transaction('rw', db.facts, db.outbox, async () => {
      for (const { id } of results) await db.facts.update(id, { acceptance: 'accepted' });
      await db.outbox.bulkDelete(waiting.map((row) => row.sequence));
    });
  }
  const ms = [performance.now() - start];
  const accepted = await db.facts.filter((row) => row.acceptance === 'accepted').count();
  verify('accepted', accepted, count);
  return { ms };
};

/** A bulk put per table and page, and nothing made of it. */
export const pull: Work = async ({ count, at }) => {
  const db = new Plain();
  await db.open();
  const start = performance.now();
  await eachPage(at['url'], async (page) => {
    const accepted = page.changes.flatMap((change): readonly AcceptedFact[] =>
      change.collection === 'facts' && change.body ? [change.body] : [],
    );
    await db.transaction('rw', db.facts, db.identifiers, db.meta, async () => {
      await db.facts.bulkPut(accepted.map((one) => acceptedFactRow(one, undefined)));
      await db.identifiers.bulkPut(accepted.flatMap((a) => identifierRowOfFact(a.fact) ?? []));
      await db.meta.put({ key: 'station', cursor: page.cursor });
    });
  });
  const ms = [performance.now() - start];
  verify('facts', await db.facts.count(), count);
  return { ms };
};

export const photos: Work = async ({ count }) => {
  const db = new Plain();
  const kept = await keeping(count, async (n, bytes) => {
    await db.photos.put({ n, blob: new Blob([bytes]) });
  });
  verify('photos', await db.photos.count(), count);
  return kept;
};
