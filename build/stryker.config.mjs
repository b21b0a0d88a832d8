import { roomNamed } from './mutation/rooms.mjs';

/**
 * Mutation testing of one room: `npm run mutation -- ROOM`. The report is written to out/mutation/;
 * the score goes into test/README.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [...roomNamed().mutate],
  // Stryker would rewrite tsconfig.json through TypeScript's old interface, which TypeScript 7 has
  // not; Node strips types without one.
  tsconfigFile: 'no-tsconfig.json',
  testRunner: 'inProcess',
  plugins: ['./build/mutation/inProcessRunner.mjs'],
  ignorePatterns: ['out', '.quayside', 'dist', 'assets/*', '!assets/policy', '!assets/demo'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // Endless loops are found by counting; on a busy machine a slow mutant is not a killed one.
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 80, break: 60 },
};
