/** The built application on a copy of a seeded central, as one station in one engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { startCentral } from '../../../build/run/runningCentral.mjs';
import { openInBrowser } from '../../e2e/chromium/browserStation.ts';
import { openStation } from '../../e2e/electronStation.ts';
import { type Keys, keysOf } from './keys.ts';
import { adminToken } from './otherStation.ts';
import type { Manifest } from './seed/manifest.ts';
import { copyCentral, type SeededCentral } from './seed/seededCentral.ts';
import { watch } from './watch.ts';

export type Engine = 'electron' | 'chromium';

export type OpenedStation = {
  readonly page: Page;
  readonly keys: Keys;
  readonly session: CDPSession;
  /** When its process was asked for, milliseconds since 1970. */
  readonly startedAt: number;
  /** Megabytes of the process beside the page; null where there is none of ours. */
  readonly mainMemory: () => Promise<number | null>;
  /** Megabytes that lie in memory of each kind of the application's processes; null where they are not ours. */
  readonly memory: () => Promise<Readonly<Record<string, number>> | null>;
  readonly close: () => Promise<void>;
};

export type Ground = {
  readonly manifest: Manifest;
  readonly central: { readonly url: string; readonly enrolmentCode: string };
  readonly open: () => Promise<OpenedStation>;
  /** Ends central and forgets everything. */
  readonly clear: () => Promise<void>;
};

/** `lay`: a line to central that the caller can cut. */
export async function prepareGround(
  engine: Engine,
  seeded: SeededCentral,
  lay: (url: string) => Promise<{ readonly url: string }> = async (url) => ({ url }),
): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-bench-app-'));
  copyCentral(seeded, folder);
  adminToken();
  const running = await startCentral({ folder });
  const { url } = await lay(running.url);
  const central = { url, enrolmentCode: running.enrolmentCode };
  return {
    manifest: seeded.manifest,
    central,
    open: () => (engine === 'electron' ? inElectron(folder, central) : inChromium(folder, central)),
    async clear() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Central = { readonly url: string; readonly enrolmentCode: string };

async function inElectron(folder: string, central: Central): Promise<OpenedStation> {
  const startedAt = Date.now();
  const station = await openStation({
    folder,
    centralUrl: central.url,
    enrolmentCode: central.enrolmentCode,
  });
  return {
    ...(await instrumented(station.page)),
    startedAt,
    async mainMemory() {
      const bytes = await station.app.evaluate(() => process.memoryUsage().rss);
      return bytes / 2 ** 20;
    },
    async memory() {
      const all = await station.app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ type, memory }) => ({ type, kb: memory.workingSetSize })),
      );
      const sums: Record<string, number> = {};
      for (const { type, kb } of all) sums[type] = (sums[type] ?? 0) + kb / 1024;
      return sums;
    },
    close: station.close,
  };
}

async function inChromium(folder: string, central: Central): Promise<OpenedStation> {
  const startedAt = Date.now();
  const station = await openInBrowser({
    folder,
    profile: path.join(folder, 'profile'),
    centralUrl: central.url,
    enrolmentCode: central.enrolmentCode,
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  });
  return {
    ...(await instrumented(station.page)),
    startedAt,
    mainMemory: async () => null,
    memory: async () => null,
    close: station.close,
  };
}

export async function instrumented(page: Page) {
  const session = await page.context().newCDPSession(page);
  // Processor time of the thread, which a busy machine does not lengthen.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const keys = await keysOf(page);
  await watch(page);
  return { page, session, keys };
}

/** Milliseconds the interface's thread has worked since its page was loaded. */
export async function threadTime({ session }: OpenedStation): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
