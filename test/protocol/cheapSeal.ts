/** Numbers and chains commands as the journal does, without SHA-256 and signatures. */
import type { SentCommand } from '../../central/commands/readCommand.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { type Command, chainStart } from '../../shared/sync/command.ts';

const hashOf = (stationId: string, sequence: number, id: string, previousHash: string) =>
  `${stationId}.${sequence}.${id}.${previousHash.length}`;

export function sealAfter(last: Command | undefined, fact: Fact): Command {
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? chainStart;
  return {
    version: 1,
    fact,
    basis: { cursor: null, heads: [] },
    stationId: fact.stationId,
    sequence,
    previousHash,
    hash: hashOf(fact.stationId, sequence, fact.id, previousHash),
    signature: '',
  };
}

/** What central makes of it; a fact that says so is unreadable. */
export function readSealed(command: Command): SentCommand {
  const { fact, stationId, sequence, previousHash, hash } = command;
  const isReadable = !(fact.kind === 'held' && fact.note === 'unreadable');
  return {
    id: fact.id,
    stationId,
    sequence,
    previousHash,
    hash,
    contentHash: hashOf(stationId, sequence, fact.id, previousHash),
    command: isReadable ? command : null,
    trouble: isReadable ? '' : 'fact.kind: unknown',
    envelope: '',
  };
}
