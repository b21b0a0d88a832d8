import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCentral } from '../../build/run/runningCentral.mjs';
import { type CentralDatabase, openDatabase } from '../../central/database/openDatabase.ts';
import { copySeededCentral, copySeededStation } from './seededCentral.ts';

export type RunningCentral = {
  readonly url: string;
  readonly enrolmentCode: string;
  readonly adminToken: string;
  readonly folder: string;
  /** What the office does in its database, between two runs of it on the same port. */
  readonly whileStopped: (work: (database: CentralDatabase) => Promise<unknown>) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Central with the demo company, as a process of its own in a folder that goes away with it. With a
 * folder for a station, the one that has joined this central lies in it afterwards. `before` puts more
 * into it before it is started; it is given central's own folder.
 */
export async function runCentral(
  stationFolder?: string,
  before?: (database: CentralDatabase, folder: string) => Promise<unknown>,
): Promise<RunningCentral> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-central-'));
  const data = path.join(folder, 'central');
  if (stationFolder === undefined) await copySeededCentral(data);
  else await copySeededStation(data, stationFolder);
  const adminToken = (process.env['QUAYSIDE_ADMIN_TOKEN'] ??= 'admin-token-of-these-tests');
  const inDatabase = async (work: (database: CentralDatabase) => Promise<unknown>) => {
    const database = await openDatabase({ kind: 'folder', folder: data });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  };
  if (before) await inDatabase((database) => before(database, data));
  const { url, enrolmentCode, stop } = await startCentral({ folder });
  let running = { url, stop };
  return {
    url,
    enrolmentCode,
    adminToken,
    folder,
    async whileStopped(work) {
      await running.stop();
      await inDatabase(work);
      running = await startCentral({ folder });
      if (running.url !== url) throw new Error(`Somebody took the port of ${url}`);
    },
    async close() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
