import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import { takePhoto } from '../../../renderer/actions/takePhoto.ts';
import { highestSequence, setStationValues } from '../../../renderer/storage/meta.ts';
import type { FactRow, RefusedRow } from '../../../renderer/storage/rows.ts';
import { evictCases } from '../../../renderer/sync/retention/evictCases.ts';
import { evictRefusals } from '../../../renderer/sync/retention/evictRefusals.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, ivan, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';
import { aJpeg } from '../../electron/photos/pictures.ts';

const theCase = caseId('case-1');
const dayMs = 24 * 60 * 60 * 1000;

/** The first in five of six: one thing alone must be enough to hold a case back. */
function mostly<const T>(usual: T, ...rare: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(...rare));
}

/** A case as it may stand when central says that it is needed no more. */
const standing = fc.record({
  facts: fc.array(
    fc.record({
      acceptance: mostly('accepted', 'refused', 'here', 'sent'),
      daysAgo: mostly(31, 29, 1, 400),
      isOwn: fc.boolean(),
      refusal: mostly('seenLongAgo', 'new', 'seen', 'quarantined'),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  photo: fc.record({
    state: mostly('verified', 'stored', 'waiting'),
    hasBytes: mostly(false, true),
  }),
  draftDaysAgo: mostly(null, 2, 60),
  draftTables: fc.constantFrom(['drafts'], ['begunDecisions'], ['drafts', 'begunDecisions']),
});

async function aWorkedCase(): Promise<{ station: LoneStation; rows: readonly FactRow[] }> {
  const station = await aLoneStation();
  const parcel = { barcode: null, raw: null, caseId: theCase, dock: 'D1', note: '' };
  const arrival = accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const units = accepted(
    await countUnits(station.as(ivan), {
      caseId: theCase,
      arrivalId: arrival.arrivalId,
      returnLineId: null,
      article: { gtin: null, number: null, name: 'Pump' },
      lot: null,
      serials: ['S-1'],
      quantity: 1,
      identity: null,
      identifiedBy: 'manual',
      raw: null,
    }),
  );
  accepted(
    await takePhoto(station.as(ivan), {
      caseId: theCase,
      subject: { kind: 'unitGroup', unitGroupId: units.unitGroupId },
      shot: 'label',
      bytes: new Uint8Array(aJpeg(64, 64)),
      mediaType: 'image/jpeg',
      width: 64,
      height: 64,
    }),
  );
  return { station, rows: await station.db.facts.orderBy('id').toArray() };
}

test('nothing unsent ever leaves, whatever central says; and when nothing is left to send, all of it goes', async () => {
  const { station, rows } = await aWorkedCase();
  const { db } = station;
  const everything = async () =>
    await Promise.all(db.tables.filter((t) => t.name !== 'meta').map((t) => t.toArray()));
  const before = await Promise.all(
    db.tables.map(
      async (t) => [t, await t.toArray(), await t.toCollection().primaryKeys()] as const,
    ),
  );
  const at = station.clock.now();
  const ago = (days: number) => new Date(at - days * dayMs).toISOString();
  const seen = { left: 0, stayed: 0 };

  await fc.assert(
    fc.asyncProperty(standing, async ({ facts, photo, draftDaysAgo, draftTables }) => {
      for (const [table, values, keys] of before) {
        await table.clear();
        await table.bulkPut(values, table.schema.primKey.keyPath ? undefined : keys);
      }
      await db.outbox.clear();
      let mayLeave = photo.state === 'verified' && !photo.hasBytes && draftDaysAgo !== 2;
      for (const [index, fact] of facts.entries()) {
        const row = rows[index];
        if (!row) continue;
        const { acceptance, daysAgo, isOwn, refusal } = fact;
        const isAnswered = acceptance === 'accepted';
        await db.facts.put({
          ...row,
          acceptance,
          acceptedAt: isAnswered ? ago(daysAgo) : null,
          sequence: isOwn ? row.sequence : 0,
          envelope: isOwn ? row.envelope : null,
        });
        if (acceptance === 'here' || acceptance === 'sent') {
          mayLeave = false;
          await db.outbox.put({
            sequence: row.sequence,
            id: row.id,
            lane: 'record',
            bytes: 9,
            savedAt: ago(1),
          });
        }
        if (isAnswered && isOwn && daysAgo < 30) mayLeave = false;
        if (acceptance !== 'refused') continue;
        if (refusal !== 'seenLongAgo') mayLeave = false;
        await db.refused.put(aRefusal(row, refusal, ago));
      }
      const [taken] = await db.photos.toArray();
      if (taken) await db.photos.update(taken.sha256, { state: photo.state });
      if (!photo.hasBytes) await db.photoBytes.clear();
      if (draftDaysAgo !== null)
        for (const table of draftTables)
          await db
            .table(table)
            .put({ key: 'case-1 g', caseId: 'case-1', savedAt: ago(draftDaysAgo) });
      await setStationValues(db, { leaving: [{ caseId: theCase, from: ago(0) }] });

      const untouched = await everything();
      const highest = await highestSequence(db);
      const gone = await evictCases(syncPartsOf(station, smallCentral()));
      expect(gone).toBe(mayLeave ? 1 : 0);
      // Else the next start would take the database for one that was lost.
      expect(await highestSequence(db)).toBe(highest);
      seen[mayLeave ? 'left' : 'stayed'] += 1;
      const left = (await db.meta.get('station'))?.leaving ?? [];
      expect(left).toHaveLength(mayLeave ? 0 : 1);
      if (!mayLeave) expect(await everything()).toEqual(untouched);
      else
        for (const table of [
          db.facts,
          db.refused,
          db.photos,
          db.drafts,
          db.begunDecisions,
          db.cases,
          db.casePages,
          db.caseRows,
          db.caseRowPages,
          db.casesBehind,
          db.identifiers,
        ])
          expect(await table.count()).toBe(0);
    }),
    { numRuns: 150, seed: 20261123 },
  );
  expect(Math.min(seen.left, seen.stayed)).toBeGreaterThan(5);
});

function aRefusal(row: FactRow, how: string, ago: (days: number) => string): RefusedRow {
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind,
    refusedAt: ago(100),
    why:
      how === 'quarantined'
        ? { kind: 'quarantined', reason: 'x' }
        : { kind: 'refused', refusal: { code: 'otherSite' } },
    seenAt: how === 'new' ? null : ago(how === 'seen' ? 3 : 60),
  };
}

test('a refusal a person read a month ago leaves with its record; one nobody read, or central could not read, stays', async () => {
  const { station, rows } = await aWorkedCase();
  const { db } = station;
  const at = station.clock.now();
  const ago = (days: number) => new Date(at - days * dayMs).toISOString();
  await db.facts.toCollection().modify({ acceptance: 'refused' });
  await db.outbox.clear();
  const [first, second, last] = rows.toSorted((a, b) => a.sequence - b.sequence);
  if (!first || !second || !last) throw new Error('three facts');
  await db.refused.bulkPut([
    aRefusal(first, 'new', ago),
    aRefusal(second, 'quarantined', ago),
    aRefusal(last, 'seenLongAgo', ago),
  ]);
  const highest = await highestSequence(db);
  expect(await evictRefusals(syncPartsOf(station, smallCentral()))).toBe(1);
  expect(await db.refused.toCollection().primaryKeys()).toEqual([first.id, second.id].toSorted());
  expect(await db.facts.get(last.id)).toBeUndefined();
  expect(await highestSequence(db)).toBe(highest);
});
