import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, type Page, test } from '@playwright/test';
import { type CuttableLine, layLine } from './cuttableLine.ts';
import { expectJoined } from './driver/signIn.ts';
import { type ElectronStation, openStation } from './electronStation.ts';
import { type RunningCentral, runCentral } from './runningCentral.ts';

export type StationOnLine = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Between the station and central; cut it, and the station is offline. */
  readonly line: CuttableLine;
  readonly central: RunningCentral;
};

/**
 * The built application beside a real central of its own, for all tests of a file: opened before
 * them, with `prepare` done once, and closed behind them.
 */
export function stationOnLine(
  name: string,
  prepare: (page: Page) => Promise<void> = async () => {},
  hasJoined = false,
): () => StationOnLine {
  let central: RunningCentral | null = null;
  let line: CuttableLine | null = null;
  let station: ElectronStation | null = null;
  let folder = '';
  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), `quayside-${name}-`));
    central = await runCentral(hasJoined ? folder : undefined);
    line = await layLine(central.url);
    station = await openStation({
      folder,
      centralUrl: line.url,
      enrolmentCode: central.enrolmentCode,
    });
    await prepare(station.page);
  });
  test.afterAll(async () => {
    await station?.close();
    await line?.cut();
    await central?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (!station || !line || !central) throw new Error('The station is not open yet');
    return { app: station.app, page: station.page, line, central };
  };
}

/** The same with a station that has joined, everything read, at its sign-in screen. */
export function joinedStationOnLine(name: string): () => StationOnLine {
  return stationOnLine(name, expectJoined, true);
}
