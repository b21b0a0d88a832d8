/**
 * A person's key costs a third of a second of a processor to wrap, and every journey begins with
 * people: here the keys under the usual PIN are made once on this machine and kept beside the empty
 * database. That they are wrapped as the contract says is proved in `central/people`, without this.
 */
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import { z } from 'zod';
import type * as Making from '../central/people/personKey.ts';
import { derivedOf, rememberDerived } from './deriveOnce.ts';

type Made = Awaited<ReturnType<typeof Making.makePersonKey>>;
const Kept = z.object({
  key: z.object({ publicKey: z.string(), wrappedKey: z.string(), salt: z.string() }),
  /** PEM. */
  privateKey: z.string(),
  /** What the PIN and the salt give, in base64. */
  secret: z.string(),
});

const usualPin = '123456';
const root = path.resolve(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/quayside');
let given = 0;

vi.mock('../central/people/personKey.ts', async (original) => {
  const { makePersonKey } = await original<typeof Making>();
  const keptOrMade: typeof makePersonKey = async (personId, pin) => {
    if (pin !== usualPin) return await makePersonKey(personId, pin);
    given += 1;
    const file = path.join(cache, `person-key-${madeBy()}-${given}.json`);
    if (!existsSync(file)) keep(file, await makePersonKey(personId, pin));
    return fromFile(file, personId);
  };
  return { makePersonKey: keptOrMade };
});

function fromFile(file: string, personId: Made['key']['personId']): Made {
  const kept = Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  rememberDerived(usualPin, kept.key.salt, kept.secret);
  return { key: { ...kept.key, personId }, privateKey: createPrivateKey(kept.privateKey) };
}

function keep(file: string, { key, privateKey }: Made): void {
  const kept: z.infer<typeof Kept> = {
    key,
    privateKey: pem(privateKey),
    secret: derivedOf(usualPin, key.salt),
  };
  mkdirSync(cache, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(kept));
  renameSync(fresh, file);
}

function pem(privateKey: KeyObject): string {
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Keys are as good as the code that made them. */
function madeBy(): string {
  const hash = createHash('sha256');
  for (const file of [
    'central/people/personKey.ts',
    'shared/node/personKey.ts',
    'shared/node/scryptSecret.ts',
  ])
    hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
