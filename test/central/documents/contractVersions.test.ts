import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { retryQuarantined } from '../../../central/commands/retryQuarantined.ts';
import { silent } from '../../../central/log.ts';
import { commandHash } from '../../../shared/node/seal.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { factId } from '../../builders/cases/ids.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const upgraded = async ({ central }: Ground) =>
  await retryQuarantined({ database: central.database, now: () => new Date(), log: silent });

/** As a build that cannot read it yet would have stored it. */
async function putAside({ central }: Ground, station: TestStation, command: object) {
  const { fact, hash, sequence } = command as ReturnType<TestStation['seal']>;
  await central.database.rows.execute(sql`
    insert into commands (id, station_id, sequence, content_hash, status, result, brings, envelope, received_at)
    values (${fact.id}, ${station.id}, ${sequence}, ${hash}, 'quarantined',
      ${JSON.stringify({ kind: 'quarantined', id: fact.id, reason: 'fact.kind: unknown' })}::jsonb,
      array[${fact.id}], ${JSON.stringify(command)}, now())`);
  await central.database.rows.execute(sql`
    update stations set last_sequence = ${sequence}, last_hash = ${hash} where id = ${station.id}`);
}

onEachDatabase('A station newer than central', (ground) => {
  const station = () => aStation(ground().central, ground().keys);

  test('is heard: unknown fields of a request do no harm, unknown fields and kinds of a command are put aside', async () => {
    const sender = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    const odd = factId(`weighed-${arrival.id}`);
    const commands = [
      sender.seal(arrival),
      sender.seal({ ...arrival, id: odd, kind: 'weighed', kilograms: 4 } as never),
      sender.seal({ ...count, since: 'next year' } as never),
    ];
    const answer = await sender.call('POST', '/central/commands', {
      contractVersion: 2,
      epoch: null,
      commands,
      compressed: false,
    });
    expect(answer.body).toMatchObject({
      results: [{ kind: 'applied' }, { kind: 'quarantined', id: odd }, { kind: 'quarantined' }],
    });
    expect((await sender.call('GET', '/central/changes?fields=all')).status).toBe(200);
    expect(await upgraded(ground())).toBe(0);
  });

  test('finds what was put aside applied after the upgrade, and what names it waits until then', async () => {
    const sender = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    await putAside(ground(), sender, sender.seal(arrival));
    const correction = aCorrection({
      id: factId(`undo-${arrival.id}`),
      caseId: arrival.caseId,
      corrects: arrival.id,
      personId: arrival.personId,
    });
    const later = [sender.seal(correction), sender.seal(count)];
    expect(verdictsOf(await sender.push(later))).toEqual(['deferred', 'deferred']);
    expect(await upgraded(ground())).toBe(1);
    expect((await sender.pullAll()).map((change) => change.id)).toContain(arrival.id);
    expect(verdictsOf(await sender.push(later))[0]).toBe('applied');
    expect(await upgraded(ground())).toBe(0);
  });

  test('gains nothing by it: what was put aside with a hash not its own is refused when it can be read', async () => {
    const sender = await station();
    const { arrival } = aReturn(ground().nextCase());
    const genuine = sender.seal(arrival);
    const forged = { ...genuine, fact: { ...arrival, packages: 9 } };
    await putAside(ground(), sender, forged);
    await ground().central.database.rows.execute(sql`
      update commands set content_hash = ${commandHash(forged)} where id = ${arrival.id}`);
    await upgraded(ground());
    expect((await sender.pullAll()).map((change) => change.id)).not.toContain(arrival.id);
    expect(verdictsOf(await sender.push([forged]))).toEqual(['refused brokenChain']);
  });
});

onEachDatabase(
  'A central that has let an old contract go',
  (ground) => {
    test('says so to a station that still speaks it, takes nothing, and says so in the feed', async () => {
      const sender = await aStation(ground().central, ground().keys);
      const { arrival } = aReturn(ground().nextCase());
      const commands = [sender.seal(arrival)];
      const body = { epoch: null, commands };
      expect(
        await sender.call('POST', '/central/commands', { ...body, contractVersion: 1 }),
      ).toMatchObject({ status: 426, body: { code: 'stationTooOld' } });
      expect(await sender.pull()).toMatchObject({ minimumContractVersion: 2 });
      const updated = await sender.call('POST', '/central/commands', {
        ...body,
        contractVersion: 2,
      });
      expect(updated.body).toMatchObject({ results: [{ kind: 'applied' }] });
    });
  },
  { minimumContractVersion: 2 },
);
