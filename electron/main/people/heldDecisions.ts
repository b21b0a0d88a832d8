import { z } from 'zod';
import { HeldDecision } from '../../../shared/desktop/heldDecision.ts';
import type { Vault } from '../machine/vault.ts';

/** Signed decisions inside their ten seconds, sealed in one file: the engine's database is not the only copy. */
export type HeldDecisions = {
  readonly list: () => readonly HeldDecision[];
  /** On disk when it returns. */
  readonly keep: (held: HeldDecision) => Promise<void>;
  readonly letGo: (key: string) => Promise<void>;
};

const file = 'held';

export async function openHeldDecisions(vault: Vault): Promise<HeldDecisions> {
  let held: readonly HeldDecision[] = (await vault.read(file, z.array(HeldDecision))) ?? [];
  let writing: Promise<unknown> = Promise.resolve();

  function change(to: (before: readonly HeldDecision[]) => readonly HeldDecision[]): Promise<void> {
    const written = writing.then(async () => {
      const next = to(held);
      await vault.write(file, next);
      held = next;
    });
    writing = written.catch(() => null);
    return written;
  }

  return {
    list: () => held,
    keep: (one) => change((before) => [...before.filter(({ key }) => key !== one.key), one]),
    async letGo(key) {
      await writing;
      if (held.some((one) => one.key === key))
        await change((before) => before.filter((one) => one.key !== key));
    },
  };
}
