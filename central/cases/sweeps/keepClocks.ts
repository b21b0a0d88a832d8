import type { CentralDatabase } from '../../database/openDatabase.ts';
import { everyDocument } from '../../documents/documentRows.ts';
import type { Log } from '../../log.ts';
import { everySite, followFeed, workOutStale } from '../clockRows.ts';

const everyMs = 20_000;

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
};

/** Works out every clock that may stand otherwise than it is kept; true once nothing was left. */
export async function keepUpWithClocks(
  { database, now }: Deps,
  isWanted: () => boolean,
): Promise<boolean> {
  const sites = await everyDocument(database.rows, 'sites');
  for (const siteId of [everySite, ...sites.map(({ id }) => id)]) {
    let read = 1;
    while (read > 0) {
      if (!isWanted()) return false;
      read = await database.write((rows) => followFeed(rows, siteId, now()));
    }
  }
  let stale = 1;
  while (stale > 0) {
    if (!isWanted()) return false;
    stale = await database.write((rows) => workOutStale(rows, now()));
  }
  return true;
}

/** Soon after the start, and again and again. */
export function keepClocks(deps: Deps): { stop(): Promise<void> } {
  let running: Promise<unknown> | null = null;
  let isStopped = false;
  const look = () => {
    if (isStopped || running) return;
    running = keepUpWithClocks(deps, () => !isStopped)
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'deadlines were not worked out');
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
