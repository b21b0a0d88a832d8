import { createPublicKey, verify } from 'node:crypto';
import type { RetiredKey } from '../people/keyPeriodRows.ts';
import type { SentCommand } from './readCommand.ts';

/** Which retired key, if any, signed what no present key did. */
export async function verifyRetired(
  sent: readonly SentCommand[],
  retired: readonly RetiredKey[],
): Promise<ReadonlyMap<SentCommand, RetiredKey>> {
  const found = new Map<SentCommand, RetiredKey>();
  for (const key of retired) {
    const left = sent.filter((one) => !found.has(one));
    const proved = await verifySignatures(left, new Map([[key.person.id, key.publicKey]]));
    for (const one of proved) found.set(one, key);
  }
  return found;
}

/**
 * The commands whose signature was made over their hash with the named person's key (ECDSA P-256
 * with SHA-256, IEEE P1363). Runs beside the event loop.
 */
export async function verifySignatures(
  sent: readonly SentCommand[],
  publicKeys: ReadonlyMap<string, string>,
): Promise<ReadonlySet<SentCommand>> {
  const keys = new Map(
    [...publicKeys].map(([personId, key]) => [
      personId,
      createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }),
    ]),
  );
  const proved = await Promise.all(
    sent.map(async (one) => {
      const key = one.command && keys.get(one.command.fact.personId);
      if (!key || !one.command) return false;
      const { hash, signature } = one.command;
      return new Promise<boolean>((resolve) => {
        verify(
          'sha256',
          Buffer.from(hash, 'hex'),
          { key, dsaEncoding: 'ieee-p1363' },
          Buffer.from(signature, 'base64'),
          (failure, good) => resolve(failure === null && good),
        );
      });
    }),
  );
  return new Set(sent.filter((_, index) => proved[index] === true));
}
