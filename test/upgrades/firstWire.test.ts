/**
 * A station of the first contract (23 November, `firstWire.json` as its builders wrote it) beside the
 * present central. The other way round: `central/commands/mixedVersions.test.ts` (an older central) and
 * `shared/sync/tolerant.test.ts` (what a station reads of a newer one).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { signingKeys } from '../../central/database/keySchema.ts';
import { replaceKeys } from '../../central/people/keyPeriodRows.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { people } from '../central/aCompany.ts';
import { aStation, type TestStation } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

/** What that station insisted on; more than this it had to find, less it could not read. */
const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const Applied = z.strictObject({ kind: z.literal('applied'), id: z.string(), acceptedAt: Instant });
const FirstPushResponse = z.strictObject({
  results: z.array(Applied),
  expectedSequence: z.null(),
  epoch: z.string(),
  time: Instant,
});
const FirstPullResponse = z.strictObject({
  changes: z.array(z.looseObject({ collection: z.string(), id: z.string() })),
  cursor: z.string().max(200),
  more: z.boolean(),
  epoch: z.string(),
  minimumContractVersion: z.literal(1),
  time: Instant,
});
const FirstPhotoStates = z.strictObject({
  photos: z.array(z.strictObject({ sha256: z.string(), state: z.literal('missing') })),
});
const FirstRefund = z.looseObject({ caseId: z.string(), amount: z.unknown() });

function recorded(number: number): readonly Fact[] {
  const text = readFileSync(path.join(import.meta.dirname, 'firstWire.json'), 'utf8');
  return JSON.parse(text.replaceAll('-@"', `-${number}"`)) as Fact[];
}

onEachDatabase('A station of the first contract', (ground) => {
  const push = async (station: TestStation, facts: readonly Fact[]) =>
    station.call('POST', '/central/commands', {
      contractVersion: 1,
      epoch: null,
      commands: facts.map((fact) => station.seal(fact)),
    });

  test('does its whole job beside the present central, and reads what it is answered', async () => {
    const { central, keys, nextCase } = ground();
    const station = await aStation(central, keys);
    const facts = recorded(nextCase());
    const pushed = await push(station, facts);
    expect(pushed.status).toBe(200);
    expect(FirstPushResponse.parse(pushed.body).results.map(({ id }) => id)).toEqual(
      facts.map(({ id }) => id),
    );
    await central.refunds.idle();
    const pulled = await station.call('GET', '/central/changes?limit=1000');
    const ids = FirstPullResponse.parse(pulled.body).changes.map(({ id }) => id);
    for (const { id } of facts) expect(ids).toContain(id);
    const asked = { sha256: ['a'.repeat(64)] };
    const states = await station.call('POST', '/central/photo-states', asked);
    expect(FirstPhotoStates.parse(states.body).photos).toHaveLength(1);
    const caseId = String(facts[0]?.caseId);
    const refunds = await station.call('GET', `/central/cases/${caseId}/refunds`);
    const { refunds: paid } = z.object({ refunds: z.array(FirstRefund) }).parse(refunds.body);
    expect(paid.map((refund) => refund.caseId)).toEqual([caseId]);
  });

  test('goes on signing with the key of before, also what it had not sent when its people moved over', async () => {
    const { central, keys, nextCase } = ground();
    const { rows } = central.database;
    const [here, elsewhere] = [await aStation(central, keys), await aStation(central, keys)];
    await rows
      .update(signingKeys)
      .set({ stationId: null, vouchedBy: { kind: 'before' } })
      .where(eq(signingKeys.personId, 'dora'));
    const [before] = recorded(nextCase());
    const [unsent] = recorded(nextCase());
    if (!before || !unsent) throw new Error('nothing was recorded');
    const results = async (fact: Fact) =>
      FirstPushResponse.parse((await push(here, [fact])).body).results.map(({ kind }) => kind);
    expect(await results(before)).toEqual(['applied']);
    const dora = people.find(({ id }) => id === 'dora');
    if (!dora) throw new Error('nobody of this id');
    await central.database.write((within) => replaceKeys(within, dora, elsewhere.id, new Date()));
    expect(await results(unsent)).toEqual(['applied']);
  });
});
