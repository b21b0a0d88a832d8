import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { quarantinedAfter } from '../../../central/commands/quarantinedRows.ts';
import { usualQuotas } from '../../../central/people/quotas.ts';
import { factId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('A station that lies', (ground) => {
  const two = async () => {
    const { central, keys } = ground();
    return { honest: await aStation(central, keys), bad: await aStation(central, keys) };
  };
  const junkOf = (stationId: string, sequence: number, id: string) => ({
    stationId,
    sequence,
    fact: { id },
  });

  test("takes no number of another one's with what that one did not provably record", async () => {
    const { honest, bad } = await two();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    const sealed = [arrival, count, finding].map((fact) => honest.seal(fact));
    const [first, second] = sealed;
    const copied = JSON.parse(JSON.stringify(first)) as typeof first;
    const changed = { ...copied, fact: { ...arrival, stationId: honest.id, packages: 9 } };
    const stolen = [
      junkOf(honest.id, 1, 'x'),
      ...Array.from({ length: 200 }, (_, at) => junkOf(honest.id, at + 1, `x${at}`)),
      junkOf(honest.id, 1, arrival.id),
      changed,
      { ...second, sequence: 1 },
    ];
    const answered = verdictsOf(await bad.push(stolen));
    expect(new Set(answered)).toEqual(new Set(['quarantined']));
    expect(verdictsOf(await honest.push(sealed))).toEqual(['applied', 'applied', 'applied']);
  });

  test('takes no number with an id that is known, nor makes one wait that nobody proved', async () => {
    const { honest, bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    await honest.record(arrival);
    await bad.push([junkOf(honest.id, 2, arrival.id)]);
    const far = await bad.push([junkOf(honest.id, Number.MAX_SAFE_INTEGER, 'far')]);
    expect(far.expectedSequence).toBeNull();
    const { central } = ground();
    const gaps = await callCentral(central.url, central.adminToken, 'GET', '/central/admin/gaps');
    expect(JSON.stringify(gaps.body)).not.toContain(honest.id);
    expect(verdictsOf(await honest.record(count))).toEqual(['applied']);
  });

  test('cannot number itself so far ahead that nothing could follow', async () => {
    const { bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    const first = bad.seal(arrival);
    const ahead = { ...first, sequence: Number.MAX_SAFE_INTEGER };
    expect(verdictsOf(await bad.push([ahead]))).toEqual(['quarantined']);
    expect(verdictsOf(await bad.push([first, bad.seal(count)]))).toEqual(['applied', 'applied']);
  });

  test("does not use up another one's fact id", async () => {
    const { honest, bad } = await two();
    const { arrival } = aReturn(ground().nextCase());
    await bad.push([junkOf(honest.id, 1, arrival.id), junkOf(bad.id, 1, arrival.id)]);
    expect(verdictsOf(await honest.record(arrival))).toEqual(['applied']);
  });

  test("uses up no fact id of another one's by a number that one has used already", async () => {
    const { honest, bad } = await two();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    expect(verdictsOf(await honest.record(arrival))).toEqual(['applied']);
    const sealed = [count, finding].map((fact) => honest.seal(fact));
    const [next] = sealed;
    const behind = [junkOf(honest.id, 1, count.id), junkOf(honest.id, 1, finding.id)];
    await bad.push(behind);
    await bad.push([{ ...next, sequence: 1.5 }]);
    await bad.push([{ ...next, sequence: 1 }]);
    await bad.push([{ ...next, sequence: 1, hash: 'f'.repeat(64) }]);
    expect(verdictsOf(await honest.push(sealed))).toEqual(['applied', 'applied']);
  });

  test('cannot have refused what waits for a record it names and nobody has sent yet', async () => {
    const { honest, bad } = await two();
    const { central, keys } = ground();
    const colleague = await aStation(central, keys);
    const { arrival, count } = aReturn(ground().nextCase());
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    await bad.push([bad.seal(arrival, stranger)]);
    await bad.push([{ ...bad.seal(arrival), previousHash: 'f'.repeat(64) }]);
    expect(verdictsOf(await colleague.record(count))).toEqual(['deferred']);
    expect(verdictsOf(await honest.record(arrival))).toEqual(['applied']);
  });

  test("makes nothing fall that another one's record names, by what it forged before it in the same request", async () => {
    const { honest, bad } = await two();
    const { central, keys } = ground();
    const colleague = await aStation(central, keys);
    const { arrival, count } = aReturn(ground().nextCase());
    await honest.record(aReturn(ground().nextCase()).arrival);
    const copied = honest.seal(count);
    const forged = { ...honest.seal(arrival), sequence: 1, signature: copied.signature };
    const answered = verdictsOf(await bad.push([forged, copied]));
    expect(answered).toEqual(['refused brokenChain', 'deferred']);
    expect(verdictsOf(await colleague.record(arrival))).toEqual(['applied']);
    expect(verdictsOf(await honest.push([copied]))).toEqual(['applied']);
  });

  test('what it hands in of another one counts where that one signed it', async () => {
    const { honest, bad } = await two();
    const { arrival, count } = aReturn(ground().nextCase());
    const sealed = [arrival, { ...count, id: factId(`late-${count.id}`) }].map((fact) =>
      honest.seal(fact),
    );
    expect(verdictsOf(await bad.push(sealed))).toEqual(['applied', 'applied']);
    expect(verdictsOf(await honest.push(sealed))).toEqual(['duplicate', 'duplicate']);
  });

  /** As many as there may be, of a megabyte each, as if they had been sent. */
  const flood = (stationId: string, count: number) =>
    ground().central.database.rows.execute(sql`
      insert into commands
        (id, station_id, sequence, content_hash, status, result, brings, envelope, received_at)
      select ${`${stationId}-`}::text || n, ${stationId}, n, '', 'quarantined',
        '{"kind": "quarantined", "id": "x", "reason": "odd"}', '{}',
        '"' || repeat('x', 1048576) || '"', now()
      from generate_series(1, ${count}::int) as n`);

  test('is read again in pages of few bytes, however much it left unread', async () => {
    const { bad } = await two();
    await flood(bad.id, 12);
    const { rows } = ground().central.database;
    const pages: number[] = [];
    for (let after = 0; ; ) {
      const page = await quarantinedAfter(rows, bad.id, after, 500);
      if (page.length === 0) break;
      pages.push(page.length);
      after = page.at(-1)?.sequence ?? after;
    }
    expect(pages).toEqual([3, 3, 3, 3]);
  });

  test('is told in words when it left too much unread, and nobody else is', async () => {
    const { honest, bad } = await two();
    await flood(bad.id, usualQuotas.bytesPutAside / 1024 / 1024 + 1);
    const push = (commands: readonly unknown[]) =>
      bad.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands });
    expect(await push([junkOf(bad.id, 1, 'more')])).toMatchObject({
      status: 429,
      body: {
        code: 'tooMany',
        message: 'Too much of this station was put aside unread already',
      },
    });
    const { arrival } = aReturn(ground().nextCase());
    const its = honest.seal(arrival);
    const readable = { ...its, signature: 'x'.repeat(88) };
    expect((await push([readable])).status).toBe(429);
    expect(verdictsOf(await honest.push([its]))).toEqual(['applied']);
  });

  test('gets a refusal, not a failure, for text no database keeps', async () => {
    const { bad } = await two();
    for (const odd of ['\u0000', 'a\u0000b', '\ud800', '__proto__']) {
      const answer = await bad.call(
        'GET',
        `/central/cases/${encodeURIComponent(odd.toWellFormed())}`,
      );
      expect(answer.status).toBeLessThan(500);
    }
  });
});
