import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCentral } from '../../build/runningCentral.mjs';

export type RunningCentral = {
  readonly url: string;
  readonly enrolmentCode: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/** Central with the demo company, as a process of its own in a folder that goes away with it. */
export async function runCentral(): Promise<RunningCentral> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-central-'));
  const { url, enrolmentCode, stop } = await startCentral({ folder });
  return {
    url,
    enrolmentCode,
    folder,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
