/** Numbers, chains and signs commands as the journal does, without SHA-256 and ECDSA. */
import type { SentCommand } from '../../central/commands/readCommand.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { type Command, chainStart } from '../../shared/sync/command.ts';

type Content = Pick<Command, 'fact' | 'stationId' | 'sequence' | 'previousHash'>;

function hashOf({ fact, stationId, sequence, previousHash }: Content): string {
  return `${stationId}.${sequence}.${fact.kind}.${fact.id}.${fact.personId}.${previousHash.length}`;
}

/** A key is born at a station and good there. */
const signatureOf = (personId: string, stationId: string, hash: string) =>
  `${personId} at ${stationId}: ${hash}`;

export function sealAfter(
  last: Pick<Command, 'sequence' | 'hash'> | undefined,
  fact: Fact,
  signer: { readonly personId: string; readonly stationId: string } = fact,
): Command {
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? chainStart;
  const { stationId } = fact;
  const hash = hashOf({ fact, stationId, sequence, previousHash });
  return {
    version: 1,
    fact,
    basis: { cursor: null, heads: [] },
    stationId,
    sequence,
    previousHash,
    hash,
    signature: signatureOf(signer.personId, signer.stationId, hash),
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
    contentHash: hashOf(command),
    command: isReadable ? command : null,
    trouble: isReadable ? '' : 'fact.kind: unknown',
    envelope: '',
  };
}

/** What nobody could read: it names a station, a number and an id, and proves nothing. */
export function unreadable(stationId: string, sequence: number, id: string): SentCommand {
  return {
    id,
    stationId,
    sequence,
    previousHash: null,
    hash: null,
    contentHash: `unreadable ${stationId}.${sequence}.${id}`,
    command: null,
    trouble: 'version: unknown',
    envelope: '',
  };
}

/** As if a key were good wherever its owner never joined. */
export function isSignedAnywhere({ command }: SentCommand): boolean {
  return command?.signature.startsWith(`${command.fact.personId} at `) === true;
}

export function isSigned({ command }: SentCommand): boolean {
  if (!command) return false;
  const { fact, stationId, hash, signature } = command;
  return signature === signatureOf(fact.personId, stationId, hash);
}
