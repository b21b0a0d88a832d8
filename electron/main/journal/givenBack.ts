import { createPublicKey, verify } from 'node:crypto';
import type { Command } from '../../../shared/sync/command.ts';
import type { Head } from './journalHead.ts';
import { isUnaltered } from './sealing.ts';

/** As central: no station records so much between two contacts. */
const furthestAhead = 1_000_000;

/**
 * Which of these the journal takes back, before anybody signs in. A number beyond its end is taken
 * only where it cannot be made up: signed by a person who is known here, or right behind the end.
 * Where nobody is known (the vault is lost) nobody signs anything new that would have to follow it.
 */
export function givenBack(
  commands: readonly Command[],
  known: {
    readonly stationId: string | null;
    readonly end: Head;
    /** SPKI, DER, base64. */
    readonly publicKeysOf: (personId: string) => readonly string[];
    readonly isAnybodyKnown: boolean;
  },
): readonly Command[] {
  const taken: Command[] = [];
  let { end } = known;
  for (const command of commands.toSorted((a, b) => a.sequence - b.sequence)) {
    const { sequence, hash, previousHash } = command;
    const isOwn = known.stationId === null || command.stationId === known.stationId;
    if (!isOwn || !isUnaltered(command)) continue;
    const isBehind = sequence <= end.sequence;
    const isNext = sequence === end.sequence + 1 && previousHash === end.hash;
    const isProved = !known.isAnybodyKnown || isSignedByKnown(command, known.publicKeysOf);
    const isNear = sequence - end.sequence <= furthestAhead;
    if (!isBehind && !isNext && !(isProved && isNear)) continue;
    taken.push(command);
    if (!isBehind) end = { sequence, hash };
  }
  return taken;
}

function isSignedByKnown(
  { fact, hash, signature }: Command,
  publicKeysOf: (personId: string) => readonly string[],
): boolean {
  return publicKeysOf(fact.personId).some((publicKey) => {
    try {
      return verify(
        'sha256',
        Buffer.from(hash, 'hex'),
        {
          key: createPublicKey({
            key: Buffer.from(publicKey, 'base64'),
            format: 'der',
            type: 'spki',
          }),
          dsaEncoding: 'ieee-p1363',
        },
        Buffer.from(signature, 'base64'),
      );
    } catch {
      return false;
    }
  });
}
