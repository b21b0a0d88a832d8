import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { refunds } from '../../central/database/schema.ts';
import { correctFact } from '../../renderer/actions/correctFact.ts';
import { decideVerdict } from '../../renderer/actions/decideVerdict.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { refusedDecision } from '../../renderer/queries/oneCase/refusedDecision.ts';
import { refusals } from '../../renderer/queries/station/refusals.ts';
import { accepted } from '../builders/cases/accepted.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, count, find, finish, inspect, receive, refundAll } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(2);

test('goods paid in one return and counted again in another of the same parcel come back to who signed, by name, and two override', async () => {
  const [first, second] = [aCase(), aCase()];
  const station = await aStation(central());
  const made = await inspect(station, first);
  accepted(await approve(await station.signIn('SARA01'), made));
  await station.quiet();
  // They were the other client's: a supervisor sends the case back, and the bench takes them back.
  const sara = await station.signIn('SARA01');
  accepted(
    await decideVerdict(sara, {
      ...refundAll(made.units, made.inspection),
      decision: 'sendBack',
      choices: [],
      reason: 'Count them again',
    }),
  );
  const ivan = await station.signIn('IVAN01');
  for (const fact of [made.finding, made.units])
    accepted(await correctFact(ivan, { factId: fact.id, reason: 'Of the other return' }));
  await receive(await station.signIn('DORA01'), second);
  const bench = await station.signIn('IVAN01');
  const units = await count(bench, { caseId: second, arrivalId: made.arrival.arrivalId });
  await find(bench, units);
  const inspection = await finish(bench, second);
  const signed = accepted(await approve(await station.signIn('OLGA01'), { units, inspection }));
  await station.quiet();

  const [refused, ...others] = await refusals(station.db);
  expect(others).toEqual([]);
  expect(refused).toMatchObject({
    id: signed.id,
    caseId: second,
    recordedBy: 'Olga',
    why: { refusal: { code: 'grantedOnOtherLine' } },
  });
  const view = await caseView(station.db, second, now());
  expect(view?.file.state).toBe('verdictProposed');
  const paid = () =>
    central().database.rows.select().from(refunds).where(eq(refunds.caseId, second));
  expect(await paid()).toEqual([]);
  // Whoever opens the case next reads it there, and would else sign the same again.
  const saidIn = async () => {
    const seen = await caseView(station.db, second, now());
    return seen && (await refusedDecision(station.db, seen.file));
  };
  expect(await saidIn()).toMatchObject({
    name: 'Olga',
    why: { refusal: { code: 'grantedOnOtherLine' } },
  });

  for (const badge of ['SARA01', 'OLGA01'])
    accepted(
      await decideVerdict(await station.signIn(badge), {
        ...refundAll(units, inspection),
        decision: 'override',
        reason: 'The first client was paid by mistake; these are the second one’s',
      }),
    );
  await station.quiet();
  expect(await saidIn()).toBeNull();
  expect(await paid()).toMatchObject([{ granted: { amount: 125_000 } }]);
});
