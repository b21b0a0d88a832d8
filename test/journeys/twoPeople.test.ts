import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { refunds } from '../../central/database/schema.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { refusals } from '../../renderer/queries/station/refusals.ts';
import { newId } from '../../renderer/recording/actionContext.ts';
import { outboxRow, ownFactRow } from '../../renderer/storage/factRows.ts';
import type { VerdictDecidedFact } from '../../shared/facts/fact.ts';
import { FactId } from '../../shared/ids.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';
import { until } from '../builders/station/until.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, count, find, finish, inspect, receive, refundAll } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(4);

describe('Two people', () => {
  test('whoever inspected cannot approve: refused here, and at central when this station is forced', async () => {
    const theCase = aCase();
    const station = await aStation(central());
    const arrival = await receive(await station.signIn('DORA01'), theCase);
    const olga = await station.signIn('OLGA01');
    const units = await count(olga, arrival);
    const finding = await find(olga, units);
    const inspection = await finish(olga, theCase);
    expect(refusedWith(await approve(olga, { units, inspection }))).toMatchObject({
      code: 'ownHandsOnCase',
    });

    // A station that was tampered with lets her: sealed with her own key and PIN, put into the outbox.
    const { pin, replaces: _none, wanted: _nothing, ...input } = refundAll(units, inspection);
    const { siteId, stationId, personId, at } = finding;
    const forged: VerdictDecidedFact = {
      siteId,
      stationId,
      personId,
      at,
      ...input,
      id: FactId.parse(newId()),
      kind: 'verdictDecided',
      choices: [...input.choices],
      answers: [],
    };
    const draft = { version: 1 as const, fact: forged, basis: { cursor: null, heads: [] } };
    const command = accepted(await station.abilities.desktop.sealCommand({ draft, pin }));
    await station.db.facts.put(ownFactRow(command));
    await station.db.outbox.put(outboxRow(command));
    await station.quiet();
    expect(await refusals(station.db)).toMatchObject([
      { id: forged.id, why: { refusal: { code: 'ownHandsOnCase' } } },
    ]);
    const paid = central().database.rows.select().from(refunds).where(eq(refunds.caseId, theCase));
    expect(await paid).toEqual([]);
    const view = await caseView(station.db, theCase, now());
    expect(view?.file.state).toBe('verdictProposed');
  });

  test('findings of two benches meet, and rival verdicts wait for a supervisor', async () => {
    const theCase = aCase();
    const one = await aStation(central());
    const arrival = await receive(await one.signIn('DORA01'), theCase);
    const units = await count(await one.signIn('IVAN01'), arrival);
    await one.quiet();
    const two = await aStation(central());
    one.goOffline();
    two.goOffline();
    const ivan = await one.signIn('IVAN01');
    const mine = await find(ivan, units, { quantity: 4 });
    const first = await finish(ivan, theCase);
    const olga = await two.signIn('OLGA01');
    const hers = await find(olga, units, { quantity: 6, observation: { kind: 'noDefect' } });
    const second = await finish(olga, theCase);
    one.goOnline();
    two.goOnline();
    for (const station of [one, two])
      await until('both findings are here', async () => {
        const view = await caseView(station.db, theCase, now());
        return view?.file.findings.length === 2 && view.file.inspections.length === 2;
      });
    const view = await caseView(one.db, theCase, now());
    expect(view?.file.findings.map((f) => f.id)).toEqual([mine.id, hers.id].toSorted());
    expect(view?.file.heads.toSorted()).toEqual([first.verdictId, second.verdictId].toSorted());
    const sara = await two.signIn('SARA01');
    expect(refusedWith(await approve(sara, { units, inspection: first }))).toMatchObject({
      code: 'verdictContested',
    });
  });

  test('an approval that something new overtook is refused with its reason, and other work goes on', async () => {
    const [theCase, other] = [aCase(), aCase()];
    const bench = await aStation(central());
    const made = await inspect(bench, theCase);
    await bench.quiet();
    const desk = await aStation(central());
    desk.goOffline();
    const approval = accepted(await approve(await desk.signIn('SARA01'), made));
    const elsewhere = await receive(await desk.signIn('DORA01'), other);
    // Meanwhile the bench finds something more.
    await find(await bench.signIn('IVAN01'), made.units, { quantity: 1 });
    await bench.quiet();
    desk.goOnline();
    await desk.quiet();

    expect(await refusals(desk.db)).toMatchObject([
      { id: approval.id, caseId: theCase, why: { refusal: { code: 'verdictSuperseded' } } },
    ]);
    const view = await caseView(desk.db, theCase, now());
    expect(view?.acceptance.get(approval.id)).toBe('refused');
    expect(view?.file.state).toBe('verdictProposed');
    const went = await caseView(desk.db, other, now());
    expect(went?.acceptance.get(elsewhere.id)).toBe('accepted');
  });
});
