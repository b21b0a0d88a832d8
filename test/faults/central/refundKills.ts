/**
 * Central as a process that pays, killed with `kill -9` at a chosen message on its lines to the
 * database and to the payment system (every step of approve, intent, instruct and mark is one),
 * or at any moment.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Command } from '../../../shared/sync/command.ts';
import type { PostgresServer } from '../../builders/central/postgresServer.ts';
import { until } from '../../builders/station/until.ts';
import { moveInWithoutPins } from '../../central/aCompany.ts';
import { aPaymentSystem, type PaymentSystem } from '../../central/aPaymentSystem.ts';
import { aReturn } from '../../central/aReturn.ts';
import { aStation, connectStation } from '../../central/aStation.ts';
import { lineTap, throughPort } from '../line/lineTap.ts';
import { type CentralProcess, fillCentral, startCentralProcess } from './centralProcess.ts';

/** When it dies. `step`: at the n-th message from the push on; `goesOn`: that message still arrives. */
export type Death =
  | { readonly kind: 'step'; readonly step: number; readonly goesOn: boolean }
  | { readonly kind: 'moment'; readonly afterMs: number }
  /** The payment system has it; its answer does not arrive any more. */
  | { readonly kind: 'instructed' };

export type PayingCentral = {
  readonly payments: PaymentSystem;
  /** Approves `returns` more returns and dies on the way. False: all was done before that message came. */
  dieApproving(returns: number, death: Death): Promise<boolean>;
  /** Messages from the push of so many approvals to the last mark. */
  stepsFor(returns: number): Promise<number>;
  /** While it is dead: what it had taken in hand is taken in hand no more. */
  letLeasesRunOut(): Promise<void>;
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Starts it for good; resolves when each approval is answered and paid. */
  finish(): Promise<void>;
  /** Approvals handed in. */
  readonly approved: () => number;
  /** Register rows by state, and instructions received per refund, as "times: refunds". */
  tally(): Promise<{
    readonly states: Readonly<Record<string, number>>;
    readonly times: Readonly<Record<string, number>>;
  }>;
  close(): Promise<void>;
};

export async function aPayingCentral(
  server: PostgresServer,
  cases: number,
): Promise<PayingCentral> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-paying-'));
  const databaseUrl = await server.createCentralDatabase();
  const keys = await fillCentral(
    { kind: 'postgres', url: databaseUrl },
    folder,
    (tools, database) => moveInWithoutPins(tools, database, cases),
  );
  const payments = await aPaymentSystem();
  const at = { step: 0, goesOn: () => true };
  const seen = () => {
    at.step += 1;
    return at.goesOn();
  };
  const [toDatabase, toPayments] = [
    await lineTap(databaseUrl, seen),
    await lineTap(payments.url, seen),
  ];
  const observer = new Client({ connectionString: databaseUrl });
  await observer.connect();
  const query = async (text: string) =>
    (await observer.query<Readonly<Record<string, unknown>>>(text)).rows;

  let central: CentralProcess | null = null;
  let port = 0;
  async function run(): Promise<CentralProcess> {
    central ??= await startCentralProcess({
      folder,
      port,
      databaseUrl: throughPort(databaseUrl, toDatabase.port),
      webhook: { url: throughPort(payments.url, toPayments.port), secret: payments.secret },
    });
    port = Number(new URL(central.url).port);
    return central;
  }
  async function kill(): Promise<void> {
    await central?.kill();
    central = null;
  }

  const first = await aStation(await run(), keys);
  const station = connectStation(`http://127.0.0.1:${port}`, first.id, first.token, keys);
  const waiting: Command[] = [];
  let approved = 0;

  async function push(): Promise<void> {
    while (waiting.length > 0) {
      const { results } = await station.push(waiting.slice(0, 100));
      const left = results.filter(({ kind }) => kind !== 'applied' && kind !== 'duplicate');
      if (results.length === 0 || left.length > 0)
        throw new Error(`not applied: ${JSON.stringify(left)}`);
      waiting.splice(0, results.length);
    }
  }
  function approve(returns: number): void {
    for (let n = 0; n < returns; n += 1) {
      approved += 1;
      const { inspected, approval } = aReturn(approved);
      waiting.push(...[...inspected, approval].map((fact) => station.seal(fact)));
    }
  }
  const isPaid = async () => {
    const [found] = await query(
      `select count(*)::int as paid from refunds where state = 'acknowledged'`,
    );
    return found?.['paid'] === approved;
  };

  return {
    payments,
    query,
    approved: () => approved,
    async dieApproving(returns, death) {
      const { pid } = await run();
      approve(returns);
      let died = false;
      const die = () => {
        died = true;
        at.goesOn = () => false;
        process.kill(pid, 'SIGKILL');
      };
      at.step = 0;
      const instructed = payments.instructed.length;
      at.goesOn = () => {
        const isIt =
          (death.kind === 'step' && at.step === death.step) ||
          (death.kind === 'instructed' && payments.instructed.length > instructed);
        if (isIt) die();
        return !isIt || (death.kind === 'step' && death.goesOn);
      };
      if (death.kind === 'moment') setTimeout(die, death.afterMs);
      const pushed = push().catch(() => undefined);
      await until(
        'it died, or all is done',
        async () => died || (waiting.length === 0 && (await isPaid())),
      );
      await kill();
      await pushed;
      at.goesOn = () => true;
      return died;
    },
    async stepsFor(returns) {
      await run();
      at.step = 0;
      approve(returns);
      await push();
      await until('all is paid', isPaid);
      return at.step;
    },
    async letLeasesRunOut() {
      await query(
        `update refunds set claimed_until = now() - interval '1 minute' where claimed_until is not null`,
      );
    },
    async finish() {
      await run();
      await push();
      await until('all is paid', isPaid, 120_000);
    },
    async tally() {
      const states = await query(
        `select state, count(*)::int as count from refunds group by state`,
      );
      const perKey = new Map<string, number>();
      for (const key of payments.instructed) perKey.set(key, (perKey.get(key) ?? 0) + 1);
      const times: Record<string, number> = {};
      for (const count of perKey.values()) times[count] = (times[count] ?? 0) + 1;
      return {
        states: Object.fromEntries(
          states.map((row) => [String(row['state']), Number(row['count'])]),
        ),
        times,
      };
    },
    async close() {
      await kill();
      await observer.end();
      await Promise.all([toDatabase.close(), toPayments.close(), payments.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
