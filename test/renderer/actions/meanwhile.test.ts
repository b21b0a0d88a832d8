import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { correctFact } from '../../../renderer/actions/correctFact.ts';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { projectionOf } from '../../../renderer/cases/caseCache.ts';
import { sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { highestSequence } from '../../../renderer/storage/meta.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import type { Role } from '../../../shared/facts/codes.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId, siteId, stationId } from '../../builders/cases/ids.ts';
import { aHold } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, dora, ivan, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';

const parcel = { barcode: null, raw: null, caseId: caseId('case-1'), dock: 'D1', note: '' };
const heldElsewhere: Change = {
  collection: 'facts',
  id: aHold().id,
  body: {
    fact: aHold({ stationId: stationId('station-2') }),
    acceptedAt: '2026-11-18T16:00:00.000Z',
  },
};

async function pulled(station: LoneStation, change: Change): Promise<void> {
  await applyChanges(station.db, { changes: [change], cursor: '99' }, station.clock.now());
}

/** The list row as it is, and as it would be made from everything stored. */
async function rowAndTruth({ db, clock }: LoneStation) {
  const now = new Date(clock.now()).toISOString();
  const sources = (await sourcesOfCases(db, ['case-1'])).get('case-1');
  const { revision: _, ...row } = (await db.caseRows.get('case-1')) ?? { revision: 0 };
  return { row, truth: sources && projectionOf(sources, now) };
}

describe('What changes while something is saved', () => {
  test('between reading the case and storing the fact shows in its list row', async () => {
    const station = await aLoneStation();
    const context = station.as(dora);
    const interrupted = {
      ...context,
      desktop: {
        ...station.desktop,
        async sealCommand(...asked: Parameters<typeof station.desktop.sealCommand>) {
          await pulled(station, heldElsewhere);
          return await station.desktop.sealCommand(...asked);
        },
      },
    };
    accepted(await receiveAsAnnounced(interrupted, parcel));
    const { row, truth } = await rowAndTruth(station);
    expect(row).toMatchObject({ state: 'onHold', waiting: { here: [1], sent: 0 } });
    expect(row).toEqual(truth);
  });

  test('between one save and the next counts for the next', async () => {
    const station = await aLoneStation();
    const arrival = accepted(await receiveAsAnnounced(station.as(dora), parcel));
    await pulled(station, heldElsewhere);
    accepted(
      await holdCase(station.as(ivan), {
        caseId: caseId('case-1'),
        reason: 'awaitingClient',
        pausesClock: false,
        note: '',
      }),
    );
    const { row, truth } = await rowAndTruth(station);
    expect(row).toMatchObject({ state: 'onHold' });
    expect(row).toEqual(truth);
    accepted(
      await correctFact(station.as(dora), { factId: arrival.id, reason: 'the wrong parcel' }),
    );
    const after = await rowAndTruth(station);
    expect(after.row).toEqual(after.truth);
  });

  test('in another window before it is known here: nothing of the hasty save stays but what is right', async () => {
    const station = await aLoneStation();
    const { db } = station;
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
    const row = await db.caseRows.get('case-1');
    // Not told: as if the word of it were still on its way.
    const telling = vi.spyOn(Dexie.on.storagemutated, 'fire').mockImplementation(() => {});
    await pulled(station, heldElsewhere);
    telling.mockRestore();
    expect((await db.caseRows.get('case-1'))?.revision).not.toBe(row?.revision);
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
    const { row: after, truth } = await rowAndTruth(station);
    expect(after).toMatchObject({ state: 'onHold' });
    expect(after).toEqual(truth);
    expect(await db.outbox.count()).toBe(2);
  });

  test('to a person counts for the next save', async () => {
    const station = await aLoneStation();
    const dock = { ...parcel, barcode: null };
    const body = {
      id: dora.personId,
      name: 'Dora',
      badge: dora.badge,
      siteIds: [siteId('site-1')],
    };
    const roles: Role[] = ['dock'];
    await pulled(station, {
      collection: 'people',
      id: 'dora',
      body: { ...body, roles, active: true },
    });
    accepted(await receiveAsAnnounced(station.as(dora), dock));
    await pulled(station, {
      collection: 'people',
      id: 'dora',
      body: { ...body, roles, active: false },
    });
    const refused = await receiveAsAnnounced(station.as(dora), dock);
    expect(refused.ok).toBe(false);
    expect(await station.db.facts.count()).toBe(1);
  });

  test('leaves the list row as it would be made from scratch, save after save', async () => {
    const station = await aLoneStation();
    for (const _ of [1, 2, 3]) {
      const another = { ...parcel, barcode: null };
      accepted(await receiveAsAnnounced(station.as(dora), another));
      const { row, truth } = await rowAndTruth(station);
      expect(row).toEqual(truth);
    }
    expect(await highestSequence(station.db)).toBe(3);
  });
});
