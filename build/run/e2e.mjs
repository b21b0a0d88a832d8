// npm run e2e [ARGUMENTS for Playwright]: builds what changed, then drives the application.
import path from 'node:path';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { standInFor, startTied } from '../system/tiedProcess.mjs';

if (!compile()) process.exit(1);
const playwright = path.join(projectRoot, 'node_modules/@playwright/test/cli.js');
const withDisplay = path.join(import.meta.dirname, '../with-display.mjs');
process.env['QUAYSIDE_EVERY_DRIVE'] = '1';
const args = [withDisplay, process.execPath, playwright, 'test', ...process.argv.slice(2)];
standInFor(startTied(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' }));
