import { defineConfig } from '@playwright/test';
import './build/system/quickImports.mjs';
import { systemChromium } from './build/system/chromium.mjs';

/**
 * `electron` drives the built application in the Electron found by build/system/electron-runtime.mjs;
 * `chromium` drives the same page in a current Chromium, close to the engine that ships. Run both
 * through `npm run e2e`, which builds first and brings a display.
 */

/** What takes longest comes first and what takes least last, so that all workers end at once. */
const longest = [
  'mainJob',
  'nothingLost',
  'twoSignatures',
  'screens',
  'kills',
  'signedDecisions',
  'portions',
].map((name) => `**/electron/${name}.e2e.ts`);
const first = '**/electron/joined.e2e.ts';
/** `npm run e2e` drives everything; test/README.md says what `npm test` leaves to it. */
const leftOut = process.env['QUAYSIDE_EVERY_DRIVE'] === '1' ? undefined : /@release/;

export default defineConfig({
  testDir: 'test/e2e',
  // Node reads our files itself, as it does in service, and keeps what it compiled for the next worker.
  build: {
    external: ['**/{shared,central,electron,renderer,test}/**/*.ts', '**/build/**/*.{ts,mjs}'],
  },
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  globalSetup: './test/e2e/globalSetup.ts',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: false,
  // A whole desktop on a busy machine: what passes only the second time is named by npm test.
  retries: 1,
  // A drive waits for its application about half of its time.
  workers: 3,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure', video: 'off' },
  ...(leftOut && { grepInvert: leftOut }),
  projects: [
    { name: 'first', testMatch: first },
    // Needs no station that has joined, which is made meanwhile.
    {
      name: 'chromium',
      testDir: 'test/e2e/chromium',
      use: {
        browserName: 'chromium',
        viewport: { width: 1366, height: 768 },
        launchOptions: systemChromium,
      },
    },
    { name: 'electron, longest', testMatch: longest },
    // Together, since a project begins with workers of its own.
    {
      name: 'electron',
      testMatch: ['**/electron/**/*.e2e.ts', '**/shell/*.e2e.ts'],
      testIgnore: [first, ...longest],
    },
  ],
});
