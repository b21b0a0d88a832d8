import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { makeFolder, readIfThere, writeDurably } from './durableFile.ts';
import { parsedJson } from './jsonFile.ts';
import { type Keyring, noKeyring } from './keyring.ts';

/** Secrets and what must not be tampered with at leisure, each in a file of its own. */
export type Vault = {
  readonly kind: Keyring['kind'];
  /** Null when there is nothing, or nothing that can be revealed with this keyring. */
  readonly read: <S extends z.ZodType>(name: string, schema: S) => Promise<z.output<S> | null>;
  readonly write: (name: string, value: unknown) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
};

/** The first byte says how the rest is kept, so a keyring that comes later can take over. */
const markOf = { none: 0x6e, os: 0x6f } as const;

export async function openVault(folder: string, keyring: Keyring): Promise<Vault> {
  await makeFolder(folder);
  const fileOf = (name: string) => path.join(folder, `${name}.secret`);

  async function write(name: string, value: unknown) {
    const kept = await keyring.protect(Buffer.from(JSON.stringify(value), 'utf8'));
    await writeDurably(fileOf(name), Buffer.concat([Buffer.of(markOf[keyring.kind]), kept]));
  }

  return {
    kind: keyring.kind,
    write,
    async read(name, schema) {
      const content = await readIfThere(fileOf(name));
      if (content === null) return null;
      const keptBy = content[0] === markOf.none ? noKeyring : keyring;
      const text = await revealed(keptBy, content.subarray(1));
      const value = text === null ? null : parsedJson(text, schema);
      if (value !== null && keptBy.kind !== keyring.kind) await write(name, value);
      return value;
    },
    forget: (name) => rm(fileOf(name), { force: true }),
  };
}

async function revealed(keyring: Keyring, kept: Uint8Array): Promise<string | null> {
  try {
    return Buffer.from(await keyring.reveal(kept)).toString('utf8');
  } catch {
    return null;
  }
}
