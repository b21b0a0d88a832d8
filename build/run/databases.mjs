// npm run databases [PART OF A FILE'S NAME …]: what npm test asks of one database, asked of both.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import { inMemory } from './inMemory.mjs';

installMissingSystemPackages(['postgresql']);
const wanted = process.argv.slice(2);
const files = wanted.length === 0 ? ['test/central', 'test/attacks', 'test/upgrades'] : wanted;
const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', ...files], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { ...process.env, ...inMemory(), QUAYSIDE_EACH_DATABASE: '1' },
});
process.exitCode = await new Promise((resolve) =>
  child.once('close', (code) => resolve(code ?? 1)),
);
