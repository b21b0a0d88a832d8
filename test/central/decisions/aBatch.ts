/** What central decides a push upon, in memory: the company of the tests, its papers, a chain that has not begun. */
import type { WorkingSet } from '../../../central/cases/workingSet.ts';
import type { Batch, Decided } from '../../../central/commands/batch.ts';
import { decideCommands } from '../../../central/commands/decideCommands.ts';
import { readCommand, type SentCommand } from '../../../central/commands/readCommand.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { commandHash } from '../../../shared/node/seal.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { orderLineId } from '../../builders/cases/ids.ts';
import { emptyLedger } from '../../builders/central/emptyLedger.ts';
import { caseNumber, people } from '../aCompany.ts';

export const acceptedAt = '2026-11-20T15:05:00.000Z';

type Changes = Partial<Omit<Batch, 'workingSet'>> & { readonly workingSet?: Partial<WorkingSet> };

/** For `station-1` of `site-1`, where case-1 to case-3 were announced; all that is sent is proved. */
export function aBatch({ workingSet = {}, ...changes }: Changes = {}): Batch {
  const numbers = [1, 2, 3];
  const ledger = emptyLedger({
    people,
    cases: numbers.map((n) => caseNumber(n)),
    orderLines: numbers.map((n) => anOrderLine({ id: orderLineId(`order-line-${n}`) })),
  });
  return {
    station: { id: 'station-1', siteId: 'site-1' },
    chain: { lastSequence: 0, lastHash: chainStart },
    steppedOver: [],
    known: new Map(),
    proved: everything,
    acceptedAt,
    ...changes,
    workingSet: { ...ledger, ...workingSet },
  };
}

class Everything extends Set<SentCommand> {
  override has(): boolean {
    return true;
  }
}
const everything: ReadonlySet<SentCommand> = new Everything();
export const nothingProved: ReadonlySet<SentCommand> = new Set();

/** Sealed in this order behind `after`, as a station does; the signature is the batch's to believe. */
export function sealed(
  facts: readonly Fact[],
  after: { readonly sequence: number; readonly hash: string } = { sequence: 0, hash: chainStart },
): readonly SentCommand[] {
  let { sequence, hash: previousHash } = after;
  return facts.map((fact) => {
    sequence += 1;
    const content = {
      version: 1 as const,
      fact,
      basis: { cursor: null, heads: [] },
      stationId: fact.stationId,
      sequence,
      previousHash,
    };
    const hash = commandHash(content);
    previousHash = hash;
    return readCommand({ ...content, hash, signature: 's'.repeat(88) });
  });
}

/** One answer as a test says it: its kind, and the code where it was refused. */
export function said({ result }: Decided): string {
  return result.kind === 'refused' ? `refused ${result.refusal.code}` : result.kind;
}

export function pushed(batch: Batch, sent: readonly SentCommand[]): readonly string[] {
  return decideCommands(sent, batch).decided.map(said);
}

/** These facts, sent one behind the other from where the batch's chain stands. */
export function recorded(batch: Batch, ...facts: readonly Fact[]): readonly string[] {
  const { lastSequence: sequence, lastHash } = batch.chain;
  return pushed(batch, sealed(facts, { sequence, hash: lastHash ?? chainStart }));
}
