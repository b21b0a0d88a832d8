import { casesTouchedBy } from '../../cases/factsOfCases.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { noteSequences } from '../../storage/meta.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { isRefusalFree } from './evictCases.ts';

const mostAtOnce = 200;

/** What central refused and a person read a month ago leaves the station; central keeps it. */
export async function evictRefusals({ db, now }: SyncDeps): Promise<number> {
  const at = now();
  return await db.transaction('rw', db.tables, async () => {
    const old = await db.refused
      .filter((row) => isRefusalFree(row, at))
      .limit(mostAtOnce)
      .toArray();
    const found = await db.facts.bulkGet(old.map((row) => row.id));
    const rows = found.flatMap((row) => (row?.acceptance === 'refused' ? [row] : []));
    const ids = rows.map((row) => row.id);
    const touched = await casesTouchedBy(db, rows);
    await db.refused.bulkDelete(old.map((row) => row.id));
    await noteSequences(db, rows);
    await db.facts.bulkDelete(ids);
    await db.identifiers.bulkDelete(ids.map((id) => `fact:${id}`));
    await refreshCases(db, touched, new Date(at).toISOString(), 'facts');
    return old.length;
  });
}
