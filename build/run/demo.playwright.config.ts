import { defineConfig } from '@playwright/test';

/** The show of `npm run demo`: one play, no hurry. */
export default defineConfig({
  testDir: '../../test/e2e/demo',
  testMatch: '*.show.ts',
  outputDir: '../../out/demo-trace',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: { actionTimeout: 60_000 },
  reporter: 'line',
});
