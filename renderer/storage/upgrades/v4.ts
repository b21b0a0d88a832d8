import type { Transaction } from 'dexie';

/** Version 4: central's plain yes is kept once for a run of commands. Sealed: never edit, add v5. */
export const tablesAddedInV4 = {
  answeredRuns: 'from',
} as const;

/** Builds of before would take an accepted fact for one that still waits. */
export async function keepOlderReadersAway(upgrade: Transaction): Promise<void> {
  await upgrade
    .table('meta')
    .where('key')
    .equals('station')
    .modify((values: { minimumReader?: number }) => {
      values.minimumReader = 3;
    });
}
