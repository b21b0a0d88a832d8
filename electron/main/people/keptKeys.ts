import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../machine/vault.ts';
import { EarlierPeople, earlierTries } from './earlierPeople.ts';

export const KeptKey = z.object({
  personId: z.string(),
  /** Where it was born and signs; null: from before that, made by central and wrapped by the PIN alone. */
  stationId: z.string().nullable(),
  publicKey: z.string(),
  wrappedKey: z.string(),
  salt: z.string(),
});
export type KeptKey = z.infer<typeof KeptKey>;

export const KeptTries = z.object({
  made: z.number().int().min(0),
  /** How many of them a right PIN or an administrator forgave. */
  cleared: z.number().int().min(0),
  /** When the last was made, by a clock nobody can set. */
  bootId: z.string(),
  monotonicMs: z.number(),
});
export type KeptTries = z.infer<typeof KeptTries>;

const Kept = z.object({ keys: z.array(KeptKey), tries: z.record(z.string(), KeptTries) });
type Kept = z.infer<typeof Kept>;

/**
 * The keys of those who joined here and how often their PINs were tried: one file, since whoever
 * deletes the tries shall lose the keys with them.
 */
export type KeptKeys = {
  readonly of: (personId: string) => readonly KeptKey[];
  readonly tries: () => Readonly<Record<string, KeptTries>>;
  /** On disk when it returns. */
  readonly change: (to: (before: Kept) => Kept) => Promise<void>;
  readonly stationSecret: Buffer;
  readonly forget: () => Promise<void>;
};

const file = 'keys';
const nothing: Kept = { keys: [], tries: {} };

export async function openKeptKeys(vault: Vault): Promise<KeptKeys> {
  let kept = (await vault.read(file, Kept)) ?? (await fromEarlier(vault)) ?? nothing;
  const stationSecret = await secretOf(vault);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    of: (personId) => kept.keys.filter((key) => key.personId === personId),
    tries: () => kept.tries,
    stationSecret,
    change(to) {
      const written = writing.then(async () => {
        const next = to(kept);
        if (next === kept) return;
        await vault.write(file, next);
        kept = next;
      });
      writing = written.catch(() => null);
      return written;
    },
    async forget() {
      await writing;
      kept = nothing;
      await vault.forget(file);
    },
  };
}

const Secret = z.object({ secret: z.string() });

/** Half of what opens the keys here; the other half is the PIN. */
async function secretOf(vault: Vault): Promise<Buffer> {
  const found = await vault.read('keySecret', Secret);
  if (found !== null) return Buffer.from(found.secret, 'base64');
  const secret = randomBytes(32);
  await vault.write('keySecret', { secret: secret.toString('base64') });
  return secret;
}

/**
 * The version before kept everybody's key as central had made it, and the tries beside them. Once they
 * are here nothing is taken from there again.
 */
async function fromEarlier(vault: Vault): Promise<Kept | null> {
  const people = await vault.read('people', EarlierPeople);
  if (people === null) return null;
  const keys = people.people.map(({ key }) => ({ ...key, stationId: null }));
  const kept: Kept = { keys, tries: await earlierTries(vault, keys) };
  await vault.write(file, kept);
  await vault.write('people', {
    people: people.people.map(({ person, key }) => ({ person, keys: [key.publicKey] })),
    demo: people.demo,
  });
  await vault.forget('tries');
  return kept;
}
