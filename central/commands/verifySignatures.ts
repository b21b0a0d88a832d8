import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Command } from '../../shared/sync/command.ts';
import { type GoodKeys, isGoodAt } from '../people/goodKeyRows.ts';
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
    const proved = await verifySignatures(left, new Map([[key.person.id, [key]]]));
    for (const one of proved) found.set(one, key);
  }
  return found;
}

/**
 * The commands whose signature was made over their hash with a key the named person has at their station
 * (ECDSA P-256 with SHA-256, IEEE P1363). Runs beside the event loop.
 */
export async function verifySignatures(
  sent: readonly SentCommand[],
  goodKeys: GoodKeys,
): Promise<ReadonlySet<SentCommand>> {
  const keys = new Map(
    [...goodKeys].map(([personId, good]) => [
      personId,
      good.map((key) => ({
        ...key,
        opened: createPublicKey({
          key: Buffer.from(key.publicKey, 'base64'),
          format: 'der',
          type: 'spki',
        }),
      })),
    ]),
  );
  const proved = await Promise.all(
    sent.map(async ({ command }) => {
      if (!command) return false;
      const theirs = keys.get(command.fact.personId) ?? [];
      const made = theirs
        .filter((key) => isGoodAt(key, command.stationId))
        .map(({ opened }) => isSignedWith(command, opened));
      return (await Promise.all(made)).includes(true);
    }),
  );
  return new Set(sent.filter((_, index) => proved[index] === true));
}

function isSignedWith({ hash, signature }: Command, key: KeyObject): Promise<boolean> {
  return new Promise((resolve) => {
    verify(
      'sha256',
      Buffer.from(hash, 'hex'),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64'),
      (failure, good) => resolve(failure === null && good),
    );
  });
}
