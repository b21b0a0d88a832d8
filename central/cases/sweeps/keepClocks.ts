import type { CentralDatabase } from '../../database/openDatabase.ts';
import type { Rows } from '../../database/rows.ts';
import { everyDocument } from '../../documents/documentRows.ts';
import type { Log } from '../../log.ts';
import { everySite, followFeed, workOutStale } from '../clockRows.ts';
import { restAfter } from './restAfter.ts';

const everyMs = 20_000;

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * Works out every clock that may stand otherwise than it is kept; true once nothing was left.
 * `mayGoOn` is asked before each part, with how long the one before took, in ms.
 */
export async function keepUpWithClocks(
  { database, now }: Deps,
  mayGoOn: (tookMs: number) => boolean | Promise<boolean>,
): Promise<boolean> {
  let tookMs = 0;
  const inParts = async (part: (rows: Rows) => Promise<number>): Promise<boolean> => {
    for (let many = 1; many > 0; ) {
      if (!(await mayGoOn(tookMs))) return false;
      const began = performance.now();
      many = await database.write(part);
      tookMs = performance.now() - began;
    }
    return true;
  };
  const sites = await everyDocument(database.rows, 'sites');
  for (const siteId of [everySite, ...sites.map(({ id }) => id)])
    if (!(await inParts((rows) => followFeed(rows, siteId, now())))) return false;
  return await inParts((rows) => workOutStale(rows, now()));
}

/** Soon after the start, and again and again; behind whoever asks. */
export function keepClocks(deps: Deps): { stop(): Promise<void> } {
  let running: Promise<unknown> | null = null;
  const stopping = new AbortController();
  const behindOthers = async (tookMs: number) => {
    await restAfter(tookMs, stopping.signal);
    return !stopping.signal.aborted;
  };
  const look = () => {
    if (stopping.signal.aborted || running) return;
    running = keepUpWithClocks(deps, behindOthers)
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
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
