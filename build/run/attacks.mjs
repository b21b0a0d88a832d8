// npm run attacks [PART OF A FILE'S NAME …]: the attacks at length, each printing what it saw.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';

installMissingSystemPackages(['postgresql']);
const wanted = process.argv.slice(2);
const files = wanted.length === 0 ? ['test/attacks'] : wanted.map((part) => `test/attacks/${part}`);
const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
// One after the other: what one of them measures, another would disturb.
const args = [vitest, 'run', '--mode', 'long', '--no-file-parallelism', ...files];
const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
process.exitCode = await new Promise((resolve) =>
  child.once('close', (code) => resolve(code ?? 1)),
);
