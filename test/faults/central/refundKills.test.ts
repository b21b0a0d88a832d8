import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../builders/central/postgresServer.ts';
import { aPayingCentral, type PayingCentral } from './refundKills.ts';

const bin = findPostgres();

describe.skipIf(bin === null)('Central killed with kill -9 while it pays', () => {
  let server: PostgresServer;
  let central: PayingCentral;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    central = await aPayingCentral(server, 12);
  });
  afterAll(async () => {
    await central.close();
    await server.stop();
  });

  test('in the approval and between instruction and answer still pays each refund once', async () => {
    const inTheApproval = { kind: 'step', step: 12, goesOn: false } as const;
    for (const death of [inTheApproval, { kind: 'instructed' } as const]) {
      expect(await central.dieApproving(2, death)).toBe(true);
      await central.letLeasesRunOut();
    }
    await central.finish();
    expect(await central.tally()).toEqual({ states: { acknowledged: 4 }, times: { 1: 4 } });
  });

  test('would pay twice if it did not write its intent down first', async () => {
    const asked = central.payments.instructed.length;
    const before = central.approved();
    expect(await central.dieApproving(1, { kind: 'instructed' })).toBe(true);
    expect(central.payments.instructed).toHaveLength(asked + 1);
    // The database itself lets none become due again that went out.
    await central.query('alter table refunds disable trigger refunds_go_out_once');
    await central.query(
      `update refunds set state = 'due', started_at = null, claimed_until = null where state <> 'acknowledged'`,
    );
    await central.query('alter table refunds enable trigger refunds_go_out_once');
    await central.finish();
    expect(await central.tally()).toEqual({
      states: { acknowledged: before + 1 },
      times: { 1: before, 2: 1 },
    });
  });
});
