import path from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const onStorage = ['test/journeys/**', 'test/faults/**', 'test/upgrades/**', 'test/renderer/**'];
const neverInVitest = ['test/e2e/**', 'test/bench/**', 'test/architecture/fixtures/**'];
/** They watch a module of ours from outside, so nobody else may have loaded it before. */
const watchModules = [
  'test/renderer/queries/fewRows.test.ts',
  'test/renderer/cases/serialsElsewhere.test.ts',
  'test/renderer/sync/givingWay.test.ts',
  'test/renderer/sync/longCatchUp.test.ts',
];
/** The same, with a page; and one that puts its own clock in the place of every clock. */
const watchScreens = [
  'test/renderer/app/autoLock.test.tsx',
  'test/renderer/app/useSync.test.tsx',
  'test/renderer/screens/dock/saidOnce.test.tsx',
  'test/renderer/screens/oneLookUp.test.tsx',
  'test/renderer/screens/photos/besideReference.test.tsx',
  'test/renderer/workflow/photoViewer/photoViewer.test.tsx',
];

/** Only ends what hangs: a machine busy with something else may take many times as long as ours. */
const testTimeout = 120_000;
/** How long a condition may take to come about, where a test does not say. */
const patience = 45_000;

/**
 * Every test file below test/ belongs to exactly one project: what the others do not name
 * falls to `unit`, so no file can be left out unnoticed. `vitest run --mode long` runs the long
 * fault tests (*.long.ts) and nothing else.
 */
export function testProjects(mode: string): TestProjectInlineConfiguration[] {
  if (mode === 'long') {
    return [
      project({
        name: 'long',
        include: ['test/**/*.long.ts'],
        setupFiles: ['test/journeys.setup.ts'],
        testTimeout: 0,
        hookTimeout: 0,
        fileParallelism: false,
      }),
    ];
  }
  return [
    project({
      name: 'unit',
      include: ['test/**/*.test.ts'],
      exclude: [...onStorage, ...neverInVitest],
      // They share no state but a process: the database in WebAssembly is compiled once for all.
      isolate: false,
      testTimeout,
      hookTimeout: testTimeout,
    }),
    project({
      name: 'screens',
      include: ['test/**/*.test.tsx'],
      exclude: [...neverInVitest, ...watchScreens],
      environment: 'jsdom',
      // What a page leaves behind in it and in the component library, the set-up clears.
      isolate: false,
      // Not `setInterval`: the page draws its frames and mends its focus by it, and where one was asked
      // for meanwhile, never again in this process.
      fakeTimers: {
        toFake: [
          'setTimeout',
          'clearTimeout',
          'Date',
          'performance',
          'requestAnimationFrame',
          'cancelAnimationFrame',
        ],
      },
      setupFiles: ['test/screens.setup.ts'],
      testTimeout,
      hookTimeout: testTimeout,
    }),
    project({
      name: 'journeys',
      include: onStorage.map((folder) => `${folder}/*.test.ts`),
      exclude: [...neverInVitest, ...watchModules],
      setupFiles: ['test/journeys.setup.ts'],
      // What a station keeps in mind hangs on its own database, and each has one.
      isolate: false,
      testTimeout,
      hookTimeout: testTimeout,
    }),
    project({
      name: 'watched screens',
      include: watchScreens,
      environment: 'jsdom',
      setupFiles: ['test/screens.setup.ts'],
      testTimeout,
      hookTimeout: testTimeout,
    }),
    project({
      name: 'watched',
      include: watchModules,
      setupFiles: ['test/journeys.setup.ts'],
      testTimeout,
      hookTimeout: testTimeout,
    }),
  ];
}

function project({
  setupFiles = [],
  ...test
}: Omit<NonNullable<TestProjectInlineConfiguration['test']>, 'setupFiles'> & {
  readonly setupFiles?: readonly string[];
}): TestProjectInlineConfiguration {
  return {
    extends: true,
    root,
    test: {
      expect: { poll: { timeout: patience, interval: 15 } },
      setupFiles: ['test/globals.setup.ts', ...setupFiles],
      ...test,
    },
  };
}
