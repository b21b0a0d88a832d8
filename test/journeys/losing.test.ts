import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { refunds } from '../../central/database/schema.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { stationSummary } from '../../renderer/queries/station/stationSummary.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { aPicture, approve, count, inspect, photograph, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(4);

describe('Nothing is lost', () => {
  test('when the browser engine wipes its database offline, the journal has everything, and central pays once', async () => {
    const theCase = aCase();
    const before = await aStation(central());
    before.goOffline();
    const made = await inspect(before, theCase);
    accepted(await approve(await before.signIn('SARA01'), made));
    const facts = await before.db.facts.where('envelope.sequence').above(0).sortBy('sequence');

    const station = await before.restart({ databaseWiped: true });
    expect(station.wasLost).toBe(true);
    const restored = await station.db.facts.where('envelope.sequence').above(0).sortBy('sequence');
    expect(restored).toEqual(facts);
    expect(await stationSummary(station.db)).toMatchObject({
      unsent: 6,
      photosWaiting: { count: 1, bytes: 600_000 },
    });

    station.goOnline();
    await station.quiet();
    await until('the refund is here', async () => {
      const view = await caseView(station.db, theCase, now());
      return view?.file.state === 'refundStarted';
    });
    const paid = central().database.rows.select().from(refunds).where(eq(refunds.caseId, theCase));
    expect(await paid).toHaveLength(1);
  });

  test('when it wipes it after the commands were accepted, central tells them again and the picture is not forgotten', async () => {
    const theCase = aCase();
    const before = await aStation(central());
    // All but the picture, which is held back.
    await before.sync.pausePhotos(true);
    const made = await inspect(before, theCase);
    await until('the commands are sent', async () => (await before.db.outbox.count()) === 0);
    const station = await before.restart({ databaseWiped: true });
    await until('the picture is back and verified', async () => {
      const photo = await station.db.photos.get(made.photo.sha256);
      return photo?.state === 'verified';
    });
    await station.quiet();
    const view = await caseView(station.db, theCase, now());
    expect(view?.file.findings.map((f) => f.id)).toEqual([made.finding.id]);
    expect(await stationSummary(station.db)).toMatchObject({ unsent: 0, refused: 0 });
    // The station goes on where its chain ended.
    await receive(await station.signIn('DORA01'), aCase());
    await station.quiet();
    expect(await stationSummary(station.db)).toMatchObject({ unsent: 0, refused: 0 });
  });

  test('a photo broken off in the middle goes on from there after a restart of the station', async () => {
    const theCase = aCase();
    const sent: number[] = [];
    const wire = { cutAfter: 2 };
    const before = await aStation(central(), {
      fetch: async (input, init) => {
        const isPiece = init?.method === 'PATCH';
        if (isPiece && sent.length >= wire.cutAfter) throw new TypeError('connection reset');
        const answer = await fetch(input, init);
        if (isPiece && init.body instanceof Uint8Array) sent.push(init.body.byteLength);
        return answer;
      },
    });
    const arrival = await receive(await before.signIn('DORA01'), theCase);
    const ivan = await before.signIn('IVAN01');
    const photo = await photograph(ivan, await count(ivan, arrival), aPicture(1_000_000));
    await until('two pieces are there', async () => {
      const row = await before.db.photos.get(photo.sha256);
      return row?.sentBytes === 2 * 256 * 1024;
    });
    const halfway = await before.restart();
    expect(await stationSummary(halfway.db)).toMatchObject({
      photosWaiting: { count: 1, bytes: 1_000_000, sentBytes: 2 * 256 * 1024 },
    });
    wire.cutAfter = Number.POSITIVE_INFINITY;
    halfway.sync.nudge();
    await halfway.quiet();
    expect(await halfway.db.photos.get(photo.sha256)).toMatchObject({ state: 'verified' });
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBe(1_000_000);
  });
});
