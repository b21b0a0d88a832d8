/** As the version before kept people and their tries. */
import { z } from 'zod';
import { Person } from '../../../shared/facts/documents.ts';
import type { Vault } from '../machine/vault.ts';

export const EarlierPeople = z.object({
  people: z.array(
    z.object({
      person: Person,
      key: z.object({
        personId: z.string(),
        publicKey: z.string(),
        wrappedKey: z.string(),
        salt: z.string(),
      }),
    }),
  ),
  demo: z.array(z.object({ personId: z.string(), pin: z.string() })).nullable(),
});

const EarlierTries = z.record(
  z.string(),
  z.object({
    wrong: z.number().int().min(0),
    salt: z.string(),
    bootId: z.string(),
    monotonicMs: z.number(),
  }),
);

export async function earlierTries(
  vault: Vault,
  keys: readonly { readonly personId: string; readonly salt: string }[],
) {
  const found = (await vault.read('tries', EarlierTries)) ?? {};
  return Object.fromEntries(
    keys.map(({ personId, salt }) => {
      const tries = found[personId];
      const isOfKey = tries?.salt === salt;
      return [
        personId,
        {
          made: isOfKey ? tries.wrong : 0,
          cleared: 0,
          bootId: isOfKey ? tries.bootId : '',
          monotonicMs: isOfKey ? tries.monotonicMs : 0,
        },
      ];
    }),
  );
}
