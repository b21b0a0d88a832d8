import { defineConfig } from '@playwright/test';
import daily from '../../playwright.config.ts';

/** The long fault tests that drive the application itself; `npm run faults` runs them. */
export default defineConfig({
  ...daily,
  testDir: '.',
  testMatch: '**/*.long.e2e.ts',
  outputDir: '../../out/e2e-long',
  globalSetup: '../e2e/globalSetup.ts',
  timeout: 0,
  workers: 1,
  projects: [{ name: 'faults' }],
});
