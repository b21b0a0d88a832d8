import { describe, expect, test } from 'vitest';
import { caseView } from '../../../renderer/queries/oneCase/oneCase.ts';
import { refusals } from '../../../renderer/queries/station/refusals.ts';
import { stationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { withAcks } from '../../../renderer/storage/ackRanges.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { factId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import {
  aLoneStation,
  dora,
  type LoneStation,
  officeDocuments,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

async function received(station: LoneStation, count: number, prefix = 'BOX') {
  const facts = [];
  for (let n = 1; n <= count; n += 1) {
    const barcode = scanned(`${prefix}-${String(n).padStart(5, '0')}`);
    facts.push(
      accepted(
        await receiveAsAnnounced(station.as(dora), {
          barcode,
          raw: null,
          caseId: null,
          dock: 'D1',
          note: '',
        }),
      ),
    );
  }
  return facts;
}

const acceptances = async (station: LoneStation) =>
  (await withAcks(station.db, await station.db.facts.orderBy('envelope.sequence').toArray()))
    .filter((row) => row.sequence > 0)
    .map((row) => row.acceptance);

describe('Sending what waits', () => {
  test('goes in the order it was recorded, and is then accepted and struck off the journal', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await received(station, 3);
    expect(await sendOutbox(syncPartsOf(station, central))).toBe('empty');
    expect(central.heard.map((c) => c.sequence)).toEqual([1, 2, 3]);
    expect(await acceptances(station)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(station.desktop.settled.size).toBe(3);
    expect((await stationSummary(station.db)).unsent).toBe(0);
  });

  test('repeats after a lost answer and takes the second one for the first', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await received(station, 2);
    central.rules.loseAnswers = 1;
    const parts = syncPartsOf(station, central);
    await expect(sendOutbox(parts)).rejects.toMatchObject({ kind: 'offline' });
    expect(await acceptances(station)).toEqual(['here', 'here']);
    expect(await sendOutbox(parts)).toBe('empty');
    expect(await acceptances(station)).toEqual(['accepted', 'accepted']);
    expect(central.feed).toHaveLength(2);
  });

  test('a refusal is shown with its reason and the others go on', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const [first, second] = await received(station, 3);
    if (!first || !second) throw new Error('nothing received');
    central.refuse.set(second.id, { code: 'otherSite' });
    expect(await sendOutbox(syncPartsOf(station, central))).toBe('empty');
    expect(await acceptances(station)).toEqual(['accepted', 'refused', 'accepted']);
    expect(await refusals(station.db)).toMatchObject([
      { id: second.id, why: { kind: 'refused', refusal: { code: 'otherSite' } }, seenAt: null },
    ]);
    expect(station.desktop.settled.size).toBe(3);
  });

  test('what a restored central takes after all is no longer shown as refused', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const [only] = await received(station, 1);
    if (!only) throw new Error('nothing received');
    central.refuse.set(only.id, { code: 'otherSite' });
    const parts = syncPartsOf(station, central);
    await sendOutbox(parts);
    central.refuse.clear();
    central.restoreTo('epoch-2', 0, 0);
    await pullChanges(parts);
    expect(await sendOutbox(parts)).toBe('empty');
    expect(await acceptances(station)).toEqual(['accepted']);
    expect(await refusals(station.db)).toEqual([]);
  });

  test('a crash right after the first answer ever leaves the restore noticeable', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await received(station, 1);
    const parts = syncPartsOf(station, central);
    const crash = async () => {
      throw new Error('the process ends here');
    };
    const crashing = { ...parts, desktop: { ...parts.desktop, settleCommands: crash } };
    await expect(sendOutbox(crashing)).rejects.toThrow('the process ends here');
    central.restoreTo('epoch-2', 0, 0);
    await pullChanges(parts);
    expect(await sendOutbox(parts)).toBe('empty');
    expect(central.feed).toHaveLength(1);
  });

  test('a refused fact no longer counts for its case', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const arrival = accepted(
      await receiveAsAnnounced(station.as(dora), {
        barcode: { ...scanned('1Z9999'), text: '1Z999' },
        raw: null,
        caseId: null,
        dock: 'D1',
        note: '',
      }),
    );
    central.refuse.set(arrival.id, { code: 'otherSite' });
    await sendOutbox(syncPartsOf(station, central));
    const view = await caseView(station.db, 'case-1', station.clock.now());
    expect(view?.file.state).toBe('authorised');
    expect(view?.acceptance.get(arrival.id)).toBe('refused');
    expect((await station.db.caseRows.get('case-1'))?.hasRefusal).toBe(true);
  });

  test('what central puts off counts as sent, holds nothing up, and goes once it can', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    const [first] = await received(station, 2);
    if (!first) throw new Error('nothing received');
    central.defer.add(first.id);
    const parts = syncPartsOf(station, central);
    expect(await sendOutbox(parts)).toBe('waiting');
    expect(await acceptances(station)).toEqual(['sent', 'accepted']);
    central.defer.clear();
    expect(await sendOutbox(parts)).toBe('empty');
    expect(await acceptances(station)).toEqual(['accepted', 'accepted']);
  });

  test('never puts more than 500 commands into one request', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await received(station, 1);
    const [row] = await station.db.outbox.toArray();
    const [fact] = await station.db.facts.where('envelope.sequence').above(0).toArray();
    if (!row || !fact?.envelope) throw new Error('nothing received');
    const many = Array.from({ length: 700 }, (_, n) => n + 2);
    const envelope = fact.envelope;
    await station.db.facts.bulkPut(
      many.map((sequence) => {
        const id = factId(`${fact.id}-${sequence}`);
        const copy = { ...fact.fact, id };
        return { ...fact, id, sequence, fact: copy, envelope: { ...envelope, sequence } };
      }),
    );
    await station.db.outbox.bulkPut(
      many.map((sequence) => ({
        ...row,
        sequence,
        id: factId(`${fact.id}-${sequence}`),
      })),
    );
    expect(await sendOutbox(syncPartsOf(station, central))).toBe('empty');
    expect(central.heard).toHaveLength(701);
    expect(central.requests.length).toBeGreaterThanOrEqual(2);
    expect(await station.db.outbox.count()).toBe(0);
  });

  test('resumes where central asks it to, from what it kept', async () => {
    const station = await aLoneStation();
    const central = smallCentral();
    await received(station, 3);
    const parts = syncPartsOf(station, central);
    await sendOutbox(parts);
    // Central lost the last two, in the same epoch.
    central.restoreTo('epoch-1', 1, 1);
    await received(station, 1, 'MORE');
    expect(await sendOutbox(parts)).toBe('empty');
    expect(central.heard.map((c) => c.sequence)).toEqual([1, 2, 3, 4, 2, 3, 4]);
  });

  test('a central restored from a back-up gets everything it forgot offered again', async () => {
    const station = await aLoneStation();
    const central = smallCentral(officeDocuments());
    await received(station, 3);
    const parts = syncPartsOf(station, central);
    await sendOutbox(parts);
    await pullChanges(parts);
    central.restoreTo('epoch-2', 1, officeDocuments().length + 1);
    await pullChanges(parts);
    // The first is in the back-up: the feed says so.
    expect((await stationSummary(station.db)).unsent).toBe(2);
    expect(await sendOutbox(parts)).toBe('empty');
    await pullChanges(parts);
    expect(await acceptances(station)).toEqual(['accepted', 'accepted', 'accepted']);
    const facts = central.feed.filter((c) => c.collection === 'facts').map((c) => c.id);
    expect(new Set(facts).size).toBe(3);
  });
});
