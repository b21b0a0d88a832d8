import type { Refund } from '../../shared/facts/documents.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Log } from '../log.ts';
import { accountOf } from './bankRows.ts';
import type { BankVault } from './bankVault.ts';
import {
  claimDue,
  claimUnknown,
  instructAgain,
  noteSending,
  recordOutcome,
} from './instructionRows.ts';
import { strikePhotos } from './photoWaitRows.ts';
import type { Instructed, RefundPort } from './refundPort.ts';

export type Refunds = {
  /** Whom it tells: a payment system, or whoever reads the register. */
  readonly port: RefundPort['kind'];
  /** There may be something to do. */
  wake(): void;
  /** Resolves when nothing is left to do for now. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

type Deps = {
  readonly database: CentralDatabase;
  readonly port: RefundPort;
  /** Null: no bank accounts are kept here. */
  readonly bankVault: BankVault | null;
  readonly now: () => Date;
  readonly log: Log;
};

const askAgainEvery = 15_000;

/**
 * Instructs what is due, one refund after the other, woken by every approval and once at the start.
 * Intent, call and outcome are three steps on disk, so that a kill between any two of them leads to
 * a look-up and never to a second instruction.
 */
export function startRefunds(deps: Deps): Refunds {
  const at: { running: Promise<void> | null; again: boolean; stopped: boolean } = {
    running: null,
    again: false,
    stopped: false,
  };

  async function run(): Promise<void> {
    try {
      while (at.again && !at.stopped) {
        at.again = false;
        while (!at.stopped && (await processNextRefund(deps))) {
          // One refund per turn.
        }
      }
    } catch (error) {
      deps.log.error({ err: error }, 'refunds wait: working on them failed');
    } finally {
      at.running = null;
    }
  }

  function wake(): void {
    if (at.stopped) return;
    at.again = true;
    at.running ??= run();
  }

  const timer = setInterval(wake, askAgainEvery);
  timer.unref();
  wake();
  return {
    port: deps.port.kind,
    wake,
    async idle() {
      while (at.running) await at.running;
    },
    async stop() {
      at.stopped = true;
      clearInterval(timer);
      await at.running;
    },
  };
}

/** Takes one refund as far as it gets. False: there is none to work on now. */
export async function processNextRefund(deps: Deps): Promise<boolean> {
  const { database, port, now, log } = deps;
  const due = await database.write(async (rows) => {
    // Whoever stored a photo while its refund was being approved could not see it yet.
    await strikePhotos(rows, null);
    return claimDue(rows, port.kind, now());
  });
  if (due) {
    const outcome = await instruct(deps, due);
    await database.write((rows) => recordOutcome(rows, due, outcome, now()));
    log.info({ refund: due.id, outcome: outcome.kind }, 'refund instructed');
    return true;
  }
  if (port.kind === 'register') return false;
  const open = await database.write((rows) => claimUnknown(rows, now()));
  if (!open) return false;
  const { refund, sendAgain } = open;
  const found = await port.lookUp(refund);
  log.warn({ refund: refund.id, found: found.kind }, 'refund looked up');
  const maySend = found.kind === 'absent' || (found.kind === 'failed' && sendAgain);
  if (found.kind !== 'absent' && !maySend) {
    await database.write((rows) => recordOutcome(rows, refund, found, now()));
    return true;
  }
  const intended = await database.write((rows) => instructAgain(rows, refund, now()));
  const outcome = await instruct(deps, intended);
  await database.write((rows) => recordOutcome(rows, intended, outcome, now()));
  return true;
}

/** Never to nobody's account, nor to one that one person has put in its place: then nothing is sent. */
async function instruct(
  { database, port, bankVault, now }: Deps,
  refund: Refund,
): Promise<Instructed> {
  // Whoever reads the register pays by what they know themselves.
  if (port.kind === 'register') return port.instruct(refund, null);
  const account = await accountOf(database.rows, bankVault, refund);
  if (!account.ok) return account.refusal;
  await database.write((rows) => noteSending(rows, refund, now()));
  return port.instruct(refund, account.value);
}
