import type { CentralDatabase } from '../database/openDatabase.ts';
import { type Log, silent } from '../log.ts';
import { hourOf } from '../people/quotas.ts';
import { activityKeptMs, forgetActivityBefore } from '../people/twoStationsRows.ts';
import { foldUsage, forgetUploadsBefore } from '../people/usageRows.ts';
import { forgottenAfterMs } from '../photos/foundPhoto.ts';
import type { TusUploads } from './tusUploads.ts';

const everyMs = 60 * 60_000;

/** Uploads nobody finished, the count of them and of past hours, and who was where long ago are cleared away: at the start and every hour. */
export function keepSweeping(
  deps: {
    readonly database: CentralDatabase;
    readonly now: () => Date;
    readonly logger: Log | false;
  },
  uploads: Pick<TusUploads, 'sweep'>,
): { start(): void; stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  async function sweep(): Promise<void> {
    const now = deps.now();
    await uploads.sweep();
    await deps.database.write(async (rows) => {
      await forgetUploadsBefore(rows, new Date(now.getTime() - forgottenAfterMs));
      await foldUsage(rows, hourOf(now));
      await forgetActivityBefore(rows, new Date(now.getTime() - activityKeptMs));
    });
  }
  const sweepAgain = () =>
    sweep().catch((error: unknown) => {
      (deps.logger || silent).error({ err: error }, 'not swept; again in an hour');
    });
  return {
    /** Behind the start: a slow disk must not keep central from listening. */
    start() {
      running = running.then(sweepAgain);
      timer = setInterval(() => {
        running = running.then(sweepAgain);
      }, everyMs);
      timer.unref();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      await running;
    },
  };
}
