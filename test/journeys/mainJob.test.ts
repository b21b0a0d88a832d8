import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { refunds } from '../../central/database/schema.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { stationSummary } from '../../renderer/queries/station/stationSummary.ts';
import { commandOf } from '../../renderer/storage/factRows.ts';
import type { CaseId } from '../../shared/ids.ts';
import { PushResponse } from '../../shared/sync/centralApi.ts';
import { accepted } from '../builders/cases/accepted.ts';
import type { Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, inspect } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(4);

async function refundStarted(station: Station, of: CaseId) {
  await until('the refund is started and known here', async () => {
    const view = await caseView(station.db, of, now());
    return view?.file.state === 'refundStarted';
  });
}

async function approveInspected(station: Station, of: CaseId) {
  const made = await inspect(station, of);
  return await approve(await station.signIn('SARA01'), made);
}

const refundsOf = (caseId: CaseId) =>
  central().database.rows.select().from(refunds).where(eq(refunds.caseId, caseId));

describe('From scan to refund', () => {
  test('offline all the time, then online: central starts the refund exactly once', async () => {
    const theCase = aCase();
    const station = await aStation(central());
    station.goOffline();
    const made = await inspect(station, theCase);
    const approval = accepted(await approve(await station.signIn('SARA01'), made));

    expect(await stationSummary(station.db)).toMatchObject({
      unsent: 6,
      refused: 0,
      photosWaiting: { count: 1, bytes: 600_000, sentBytes: 0 },
    });
    const before = await caseView(station.db, theCase, now());
    expect(before?.file.state).toBe('approved');
    expect(before?.acceptance.get(approval.id)).toBe('here');

    station.goOnline();
    await station.quiet();
    await refundStarted(station, theCase);
    const view = await caseView(station.db, theCase, now());
    expect([...(view?.acceptance.values() ?? [])]).toEqual(Array(6).fill('accepted'));
    expect(view?.refunds).toMatchObject([
      { verdictId: made.inspection.verdictId, amount: 125_000, currency: 'USD' },
    ]);
    expect(view?.refunds[0]?.clauses).toContain('II-QUALITY');
    expect(view?.standing?.tone).toBe('met');
    const desk = await worklist(station.db, 'desk', now());
    expect(desk.map((row) => row.caseId)).not.toContain(theCase);
    expect(await refundsOf(theCase)).toHaveLength(1);
    const photo = await station.db.photos.get(made.photo.sha256);
    expect(photo).toMatchObject({ state: 'verified', sentBytes: 600_000 });
  });

  test('a second delivery of the same commands changes nothing', async () => {
    const theCase = aCase();
    const station = await aStation(central());
    accepted(await approveInspected(station, theCase));
    await station.quiet();
    await refundStarted(station, theCase);

    const rows = await station.db.facts.where('envelope.sequence').above(0).sortBy('sequence');
    const commands = rows.flatMap((row) => commandOf(row) ?? []);
    const answer = await station.abilities.forward(
      new Request('app://quayside/central/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ contractVersion: 1, epoch: null, commands }),
      }),
    );
    const { results } = PushResponse.parse(await answer.json());
    expect(results.map((r) => r.kind)).toEqual(Array(6).fill('duplicate'));
    expect(await refundsOf(theCase)).toHaveLength(1);
    await station.quiet();
    expect(await station.db.refunds.where('caseId').equals(theCase).count()).toBe(1);
  });
});
