import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../central/database/ask.ts';
import { silent } from '../../../central/log.ts';
import { bankVault, newBankKey } from '../../../central/refunds/bankVault.ts';
import { sendAgain } from '../../../central/refunds/failedRows.ts';
import { processNextRefund } from '../../../central/refunds/startRefunds.ts';
import { stepsOf } from '../../../central/refunds/stepRows.ts';
import { webhookPort } from '../../../central/refunds/webhookPort.ts';
import type { Refund } from '../../../shared/facts/documents.ts';
import { RefundId } from '../../../shared/ids.ts';
import { Iban, maskedIban } from '../../../shared/office/bodies/bank.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, verdictId } from '../../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { moveIn } from '../aCompany.ts';
import { aPaymentSystem, type PaymentSystem } from '../aPaymentSystem.ts';
import { aStation } from '../aStation.ts';
import { client } from '../office/aManufacturer.ts';
import { askOffice } from '../office/askOffice.ts';
import { registerGranted } from './grantedRefunds.ts';
import { refundRow } from './refundRow.ts';

/** The specimen of ISO 13616's registry. */
const iban = 'DE89370400440532013000';
const account = { holder: 'Brückner Anlagenbau GmbH', iban: 'DE89 3704 0044 0532 0130 00' };
const vault = bankVault(newBankKey());

let central: CentralInMemory;
let payments: PaymentSystem;
beforeAll(async () => {
  central = await startCentral({
    bankVault: vault,
    fill: async (tools) => void (await moveIn(tools, 4)),
  });
  // Its own worker would take what the tests are about.
  await central.refunds.stop();
  await askOffice(central, { method: 'PUT', path: 'clients/quayside:client-1', body: client });
}, 60_000);
afterAll(() => central?.close());
beforeEach(async () => {
  payments = await aPaymentSystem();
});
afterEach(() => payments.close());

const bank = (method: string, body?: object, of = 'quayside:client-1') =>
  askOffice(central, { method, path: `clients/${of}/bank?reason=New+bank&by=Ada`, body });

async function dueFor(number: number, part: Partial<Refund> = {}): Promise<Refund> {
  const id = `verdict-b${number}`;
  const refund = aRefund({
    id: RefundId.parse(id),
    verdictId: verdictId(id),
    caseId: caseId(`case-${number}`),
    state: 'due',
    startedAt: null,
    approvedAt: new Date().toISOString(),
    ...part,
  });
  await registerGranted(central.database, [refund]);
  return refund;
}

async function pay(of: typeof vault | null = vault): Promise<void> {
  const port = webhookPort(payments.url, payments.secret);
  const { database } = central;
  const ground = { database, port, bankVault: of, now: () => new Date(), log: silent };
  for (let turn = 0; turn < 20; turn += 1) if (!(await processNextRefund(ground))) return;
}

test.each([
  [iban, true],
  ['gb82 west 1234 5698 7654 32', true],
  ['DE88370400440532013000', false],
  ['GB82WEST12345698765423', false],
  ['DE89', false],
  ['DE89370400440532013000€', false],
])('an IBAN is held against its check digits: %s', (written, isGood) => {
  expect(Iban.safeParse(written).success).toBe(isGood);
});

test('a client’s account is shown masked, and stands nowhere as it is', async () => {
  expect((await bank('GET')).status).toBe(404);
  expect((await bank('PUT', { ...account, iban: 'DE88370400440532013000' })).status).toBe(400);
  const kept = await bank('PUT', account);
  expect([kept.status, kept.body]).toEqual([200, expect.objectContaining({ changedBy: 'Ada' })]);
  expect((await bank('GET')).body).toMatchObject({ iban: maskedIban(iban) });

  const { rows } = central.database;
  const tables = await ask(
    rows,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
    z.object({ name: z.string() }),
  );
  expect(tables.map(({ name }) => name)).toContain('bank_accounts');
  for (const { name } of tables) {
    const all = await ask(
      rows,
      sql`select coalesce(string_agg(to_jsonb(it)::text, ' '), '') as text from ${sql.identifier(name)} as it`,
      z.object({ text: z.string() }),
    );
    expect([name, all[0]?.text.includes('3704004405320130')]).toEqual([name, false]);
  }
  const station = await aStation(central, new Map());
  const told = JSON.stringify(await station.pullAll());
  for (const part of ['32013000', maskedIban(iban)]) expect(told).not.toContain(part);
  const records = JSON.stringify(
    (await askOffice(central, { method: 'GET', path: 'clients' })).body,
  );
  expect(records).not.toContain('3000');
});

test('a refund by transfer is instructed to that account, any other without it', async () => {
  await bank('PUT', account);
  await dueFor(1);
  await dueFor(2, { method: 'creditNote' });
  await pay();
  const told = payments.bodies.map((body) =>
    z.object({ data: z.looseObject({ id: z.string() }) }).parse(body),
  );
  const accountIn = (id: string) => told.find(({ data }) => data.id === id)?.data['account'];
  expect(accountIn('verdict-b1')).toEqual({ holder: account.holder, iban });
  expect(accountIn('verdict-b2')).toBeUndefined();
});

test('where the account cannot be opened nothing is sent', async () => {
  await bank('PUT', account);
  const refund = await dueFor(3);
  await pay(bankVault(newBankKey()));
  expect(payments.instructed).toEqual([]);
  const row = await refundRow(central.database.rows, refund.id);
  expect([row?.state, row?.startedAt]).toEqual(['unknown', null]);
  expect((await stepsOf(central.database.rows, refund.id))[0]).toMatchObject({ step: 'notHeard' });
});

test('an account changed after a refund was approved is seen by another than whoever changed it', async () => {
  const earlier = { caseId: caseId('case-1'), approvedAt: '2020-01-31T10:00:00.000Z' };
  await bank('PUT', { ...account, holder: 'Somebody Else' });
  const refund = await dueFor(5, earlier);
  const askAgain = async (by: string) => {
    await central.database.write((rows) =>
      sendAgain(rows, { id: refund.id, by, why: 'Called the client' }, new Date()),
    );
    await pay();
    return await refundRow(central.database.rows, refund.id);
  };
  await pay();
  expect(payments.instructed).toEqual([]);
  const held = await refundRow(central.database.rows, refund.id);
  expect(held).toMatchObject({ state: 'failed' });
  expect(held?.lastError).toContain('changed by Ada');
  expect(await askAgain('Ada')).toMatchObject({ state: 'failed' });
  expect(payments.instructed).toEqual([]);
  expect(await askAgain('Bert')).toMatchObject({ state: 'acknowledged' });
  expect(payments.instructed).toEqual([refund.id]);
  // Stopped twice before it left: its steps say that it was sent once, and by whose word.
  const steps = await stepsOf(central.database.rows, refund.id);
  expect(steps.map(({ step, by }) => [step, by])).toEqual([
    ['failed', null],
    ['askedToSend', 'Ada'],
    ['failed', null],
    ['askedToSend', 'Bert'],
    ['sent', null],
    ['accepted', null],
  ]);
});

test('the same account told again is no change', async () => {
  await bank('PUT', account);
  const before = (await bank('GET')).body;
  await bank('PUT', { ...account, iban: account.iban.replaceAll(' ', '') });
  expect((await bank('GET')).body).toEqual(before);
});

test('a client without an account is paid as before: whoever pays knows it', async () => {
  await bank('DELETE');
  expect((await bank('GET')).status).toBe(404);
  const refund = await dueFor(4);
  await pay(null);
  expect(payments.instructed).toEqual([refund.id]);
});

test('what was sealed for one client opens for no other', () => {
  const sealed = vault.seal('client-1', { holder: 'A', iban });
  expect(vault.open('client-1', sealed)).toEqual({ holder: 'A', iban });
  expect(vault.open('client-2', sealed)).toBeNull();
});
