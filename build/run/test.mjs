// npm test: every check and test of the project. The last line adds them up.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import { inMemory } from './inMemory.mjs';
import {
  closingLine,
  failedInPlaywright,
  failedInVitest,
  ofCheck,
  ofPlaywright,
  ofVitest,
  passedAtSecondTry,
  spentLines,
  sum,
} from './testCounts.mjs';

installMissingSystemPackages(['electron', 'display', 'camera', 'chromium', 'postgresql']);

const reports = path.join(projectRoot, 'out/test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const vitestReport = path.join(reports, 'vitest.json');
const outsideTests = path.join(reports, 'outside-tests.json');
const playwrightReport = path.join(reports, 'playwright.json');

const tool = (name) => path.join(projectRoot, 'node_modules', name);
const shared = inMemory();
// Central starts twenty times, and each time Node would read and strip all of its files anew.
const compiled = path.join(projectRoot, 'node_modules/.cache/compiled');
const began = performance.now();

const build = run(path.join(projectRoot, 'build/compile.mjs'), []);
const checks = await Promise.all([
  check('format', tool('@biomejs/biome/bin/biome'), ['check', '.']),
  check('lint', tool('oxlint/bin/oxlint'), ['--disable-nested-config']),
  check('types', tool('typescript/bin/tsc'), ['-b']),
  told('build', build),
]);
const isBuilt = (await build).code === 0;

// One after the other: beside the drives everything takes longer than it saves, and what a person
// would wait for comes late.
const checked = performance.now();
headline('unit tests, screens and journeys');
const units = await testWithVitest();
const tested = performance.now();
headline('the application, in Electron and in Chromium');
const drives = await driveTheApplication();
const driven = performance.now();

const failures = [
  ...checks.filter((it) => it.code !== 0).map((it) => `${it.name}: see above`),
  ...failedInVitest(reportIn(vitestReport), units.code, reportIn(outsideTests)),
  ...failedInPlaywright(reportIn(playwrightReport), drives.code),
];
const again = passedAtSecondTry(reportIn(playwrightReport));
if (again.length > 0) headline('what passed only the second time');
for (const drive of again) console.log(drive);
if (failures.length > 0) headline('what failed');
for (const failure of failures) console.log(failure.replace(projectRoot + path.sep, ''));

const total = sum([...checks.map(ofItsCode), units.counts, drives.counts]);
console.log(
  `\n${spentLines([
    {
      what: 'format, lint, types and build',
      ms: checked - began,
      counts: sum(checks.map(ofItsCode)),
    },
    { what: 'unit tests, screens and journeys', ms: tested - checked, counts: units.counts },
    { what: 'the driven application', ms: driven - tested, counts: drives.counts },
  ])}`,
);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function testWithVitest() {
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    `--reporter=${path.join(projectRoot, 'build/run/outsideTests.mjs')}`,
  ];
  const { code } = await run(tool('vitest/vitest.mjs'), ['run', ...reporters], {
    // Only for the processes its tests start: what is kept makes each short thread of its own dearer.
    env: { OUTSIDE_TESTS_FILE: outsideTests, QUAYSIDE_COMPILED: compiled },
    isShown: true,
  });
  return { counts: ofVitest(reportIn(vitestReport), code), code };
}

async function driveTheApplication() {
  if (!isBuilt) {
    console.log('Not driven, because it could not be built: one failure.');
    return { counts: ofCheck(false), code: 0 };
  }
  const { code } = await run(
    path.join(projectRoot, 'build/with-display.mjs'),
    [process.execPath, tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    // Nobody looks at its pictures.
    {
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
        QUAYSIDE_NO_PICTURES: '1',
        NODE_COMPILE_CACHE: compiled,
      },
      isShown: true,
    },
  );
  return { counts: ofPlaywright(reportIn(playwrightReport), code), code };
}

function ofItsCode({ code }) {
  return ofCheck(code === 0);
}

function check(name, program, args) {
  return told(name, run(program, args));
}

/** Runs beside others, so what it says is shown in one piece at the end. */
async function told(name, running) {
  const { code, output } = await running;
  headline(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
  if (code !== 0) console.log(output.trim());
  return { name, code };
}

async function run(program, args, { env = {}, isShown = false } = {}) {
  const kept = [];
  const child = spawn(process.execPath, [program, ...args], {
    cwd: projectRoot,
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...shared, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => kept.push(part));
  const code = await new Promise((resolve) => child.once('close', (it) => resolve(it ?? 1)));
  return { code, output: Buffer.concat(kept).toString() };
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function headline(words) {
  console.log(`\n── ${words}`);
}
