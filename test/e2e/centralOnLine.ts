import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { type CuttableLine, layLine } from './cuttableLine.ts';
import { type RunningCentral, runCentral } from './runningCentral.ts';

export type CentralOnLine = {
  readonly central: RunningCentral;
  /** Between the station and central; cut it, and the station is offline. */
  readonly line: CuttableLine;
  /** For the profiles of stations. */
  readonly folder: string;
};

/**
 * A real central of its own for all tests of a file that open and kill stations themselves, and a
 * station that has joined it.
 */
export function centralOnLine(name: string): () => CentralOnLine {
  let made: CentralOnLine | null = null;
  test.beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), `quayside-${name}-`));
    const central = await runCentral(folder);
    made = { central, line: await layLine(central.url), folder };
  });
  test.afterAll(async () => {
    await made?.line.cut();
    await made?.central.close();
    if (made) rmSync(made.folder, { recursive: true, force: true });
  });
  return () => {
    if (!made) throw new Error('Central is there once the tests of the file begin');
    return made;
  };
}
