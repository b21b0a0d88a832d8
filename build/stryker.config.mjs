/**
 * Mutation testing of the decision core: `npm run mutation`. The report is written to
 * out/mutation/; the score goes into the README.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['shared/policy/**/*.ts', 'shared/deadlines/**/*.ts'],
  // Stryker would rewrite tsconfig.json through TypeScript's old interface, which TypeScript 7 has
  // not; vitest needs no tsconfig, so it is shown none.
  tsconfigFile: 'no-tsconfig.json',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'build/vitest.mutation.config.ts', related: false },
  // No tsconfig reaches the sandbox: each names rooms that are not copied.
  ignorePatterns: [
    'out',
    '.quayside',
    'dist',
    'assets',
    'central',
    'electron',
    'renderer',
    '**/tsconfig*.json',
  ],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 80, break: 80 },
};
