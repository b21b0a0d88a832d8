import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { openStation } from '../electronStation.ts';
import { mainJob } from '../journeys/mainJob.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';

let central: RunningCentral;
let line: CuttableLine;
let folder: string;

test.beforeAll(async () => {
  central = await runCentral();
  line = await layLine(central.url);
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-station-'));
});
test.afterAll(async () => {
  await line.cut();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

test('from scan to refund: offline all the way, then online, once', async () => {
  const { page, close } = await openStation({
    folder,
    centralUrl: line.url,
    enrolmentCode: central.enrolmentCode,
  });
  await mainJob({ page, line });
  await close();
});
