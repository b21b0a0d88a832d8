import { type DBCore, Dexie, type Middleware } from 'dexie';

/*
 * Chromium can end a transaction before the disk has it. What is lost with a power cut is then the
 * newest of what was written, whole transactions, never one before another that stayed.
 */

/**
 * A writing transaction over everything that is not waited for until the disk has it: only for what
 * is asked for or made again where it was lost, and says so itself, as a part of the feed does with
 * its cursor.
 */
export function unsyncedTransaction<T>(db: Dexie, work: () => Promise<T>): PromiseLike<T> {
  return zones.newPSD(() => db.transaction('rw', db.tables, work), { isUnsynced: true });
}

/** The other transactions as the database is set to. */
export const syncedUnlessSaid: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'syncedUnlessSaid',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(
        tables,
        mode,
        zones.PSD.isUnsynced === true ? { ...options, durability: 'relaxed' } : options,
      ),
  }),
};

type Zones = {
  readonly PSD: { readonly isUnsynced?: boolean };
  readonly newPSD: <T>(work: () => T, props: { readonly isUnsynced: boolean }) => T;
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Dexie's zones, which its types leave out
const zones = Dexie.Promise as unknown as Zones;
