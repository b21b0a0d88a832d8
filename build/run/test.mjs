// npm test: every check and test of the project. The last line adds them up.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { projectRoot } from '../system/dependencies.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import {
  closingLine,
  failedInPlaywright,
  failedInVitest,
  ofCheck,
  ofPlaywright,
  ofVitest,
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

const build = run(path.join(projectRoot, 'build/compile.mjs'), []);
const checks = await Promise.all([
  check('format', tool('@biomejs/biome/bin/biome'), ['check', '.']),
  check('lint', tool('oxlint/bin/oxlint'), ['--disable-nested-config']),
  check('types', tool('typescript/bin/tsc'), ['-b']),
  told('build', build),
]);
const isBuilt = (await build).code === 0;

headline('unit tests, screens and journeys; beside them the application, in Electron and Chromium');
// The drives wait most of their time, for people's pauses and for a line that comes back.
const [units, drives] = await Promise.all([testWithVitest(), driveTheApplication()]);

const failures = [
  ...checks.filter((it) => it.code !== 0).map((it) => `${it.name}: see above`),
  ...failedInVitest(reportIn(vitestReport), units.code, reportIn(outsideTests)),
  ...failedInPlaywright(reportIn(playwrightReport), drives.code),
];
if (failures.length > 0) headline('what failed');
for (const failure of failures) console.log(failure.replace(projectRoot + path.sep, ''));

const total = sum([...checks.map((it) => ofCheck(it.code === 0)), units.counts, drives.counts]);
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
    env: { OUTSIDE_TESTS_FILE: outsideTests },
    shownAs: 'tests',
    // What is driven has a person's pace; these only want to be done.
    behindOthers: true,
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
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }, shownAs: 'drive' },
  );
  return { counts: ofPlaywright(reportIn(playwrightReport), code), code };
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

/** What it says is kept, or shown line by line under a name, because two of them speak at once. */
async function run(program, args, { env = {}, shownAs = '', behindOthers = false } = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  if (behindOthers && child.pid !== undefined) setPriority(child.pid, 5);
  const kept = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (shownAs === '') stream.on('data', (part) => kept.push(part));
    else
      createInterface({ input: stream }).on('line', (line) => console.log(`${shownAs} │ ${line}`));
  }
  const silent = once(child, 'close');
  const [code] = await once(child, 'exit');
  // Something it left behind may hold its output open for ever.
  await Promise.race([silent, later(5000, undefined, { ref: false })]);
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  return { code: code ?? 1, output: Buffer.concat(kept).toString() };
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
