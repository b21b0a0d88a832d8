import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Log } from '../log.ts';
import { applyCommands } from './applyCommands.ts';
import { quarantinedAfter, stationsWithQuarantined } from './quarantinedRows.ts';
import { readCommand } from './readCommand.ts';

const atOnce = 500;
const everyMs = 10 * 60_000;

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
};

/**
 * What an earlier build put aside unread is read again by this one, station by station in the order
 * it was recorded. Returns how many commands are settled now. Their stations hear of it by the feed.
 */
export async function retryQuarantined(deps: Deps): Promise<number> {
  const { rows } = deps.database;
  let settled = 0;
  for (const station of await stationsWithQuarantined(rows))
    for (let after = 0; ; ) {
      const page = await quarantinedAfter(rows, station.stationId, after, atOnce);
      const readable = page
        .map(({ command }) => command)
        .filter((command) => readCommand(command).command !== null);
      const { results } = await applyCommands(deps, station, readable);
      settled += results.filter(({ kind }) => kind === 'applied' || kind === 'refused').length;
      const last = page.at(-1);
      if (!last) break;
      after = last.sequence;
    }
  if (settled > 0) deps.log.info({ settled }, 'commands put aside earlier could be read now');
  return settled;
}

/** From the start, beside the work, and again and again: an earlier version may still put things aside. */
export function keepRetryingQuarantined(deps: Deps): { stop(): Promise<void> } {
  const retry = () =>
    retryQuarantined(deps).catch((error: unknown) => {
      deps.log.error({ err: error }, 'commands put aside stay there for now');
    });
  let running: Promise<unknown> = retry();
  const timer = setInterval(() => {
    running = running.then(retry);
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
