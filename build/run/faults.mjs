// npm run faults [PART OF A FILE'S NAME …]: the long fault tests, and a table of what they measured.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';

installMissingSystemPackages(['electron', 'display', 'camera', 'chromium', 'postgresql']);
const wanted = process.argv.slice(2);
const figures = path.join(projectRoot, 'out/faults');
if (wanted.length === 0) rmSync(figures, { recursive: true, force: true });
mkdirSync(figures, { recursive: true });

if (!compile()) process.exit(1);
const tool = (name) => path.join(projectRoot, 'node_modules', name);
const codes = [
  await run([tool('vitest/vitest.mjs'), 'run', '--mode', 'long', '--passWithNoTests', ...wanted]),
  await run([
    path.join(import.meta.dirname, '../with-display.mjs'),
    process.execPath,
    tool('@playwright/test/cli.js'),
    'test',
    '--config=test/faults/playwright.config.ts',
    '--pass-with-no-tests',
    ...wanted,
  ]),
];
console.log(`\n${table()}`);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

async function run(args) {
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

function table() {
  const files = existsSync(figures) ? readdirSync(figures).sort() : [];
  const lines = files.map((file) => {
    const {
      test,
      name,
      figures: measured,
      date,
      commit,
    } = JSON.parse(readFileSync(path.join(figures, file), 'utf8'));
    const words = Object.entries(measured).map(([what, value]) => `${what} ${value}`);
    return `| ${test} | ${name} | ${words.join(', ')} | ${date.slice(0, 10)} | ${commit} |`;
  });
  const head = ['| # | test | measured | date | commit |', '|---|---|---|---|---|'];
  return [...head, ...lines].join('\n');
}
