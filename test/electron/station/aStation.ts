import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  type Abilities,
  type AbilityOptions,
  createAbilities,
} from '../../../electron/main/createAbilities.ts';
import type { Keyring } from '../../../electron/main/machine/keyring.ts';
import { openVault } from '../../../electron/main/machine/vault.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { CommandDraft } from '../../../shared/sync/command.ts';

/** Keeps secrets as an operating system's keyring does, with a key that lives as long as the test. */
export function memoryKeyring(key = randomBytes(32)): Keyring {
  return {
    kind: 'os',
    async protect(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    async reveal(kept) {
      const decipher = createDecipheriv('aes-256-gcm', key, kept.subarray(0, 12));
      decipher.setAuthTag(kept.subarray(-16));
      return Buffer.concat([decipher.update(kept.subarray(12, -16)), decipher.final()]);
    },
  };
}

type Wanted = Partial<AbilityOptions> & { readonly folder: string };

/** The real abilities on a folder; closed when the test is, unless the test did. */
export async function aStation(wanted: Wanted): Promise<Abilities> {
  const station = await createAbilities({
    keyring: memoryKeyring(),
    centralUrl: null,
    fetch,
    minimumFreeBytes: 0,
    locksByItself: false,
    ...wanted,
  });
  let closed = false;
  async function close() {
    if (!closed) await station.close();
    closed = true;
  }
  onTestFinished(close);
  return { ...station, close };
}

export async function enrol({ desktop }: Abilities, centralUrl: string): Promise<void> {
  const enrolled = await desktop.enrolStation({ centralUrl, code: 'CODE-123', stationName: 'D1' });
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.refusal.code}`);
}

export function aDraft(fact: Fact): CommandDraft {
  return { version: 1, fact, basis: { cursor: null, heads: [] } };
}

/** What lies in its vault of the first who joined there, revealed. */
export async function keptKeyIn(
  folder: string,
  keyring: Keyring,
): Promise<{ readonly wrappedKey: string; readonly salt: string }> {
  const vault = await openVault(path.join(folder, 'vault'), keyring);
  const Kept = z.object({ keys: z.array(z.object({ wrappedKey: z.string(), salt: z.string() })) });
  const [key] = (await vault.read('keys', Kept))?.keys ?? [];
  if (!key) throw new Error('nobody joined here');
  return key;
}
