// npm run demo: drives the whole job in the running application, for everybody to see. Leaves
// out/demo/ with a picture of every step and timeline.md. The steps are those of the tests.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { openDisplay } from '../system/display.mjs';
import { electronRuntime } from '../system/electron-runtime.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';

const hasDisplay = process.env.DISPLAY !== undefined;
installMissingSystemPackages(
  hasDisplay ? ['electron', 'camera'] : ['electron', 'camera', 'display'],
);
const { folder } = await electronRuntime({ mayDownload: true });
if (!compile()) process.exit(1);
const { env, virtual } = await openDisplay();
if (virtual)
  console.log('No display here: playing on a virtual one. Look at out/demo/ afterwards.');

const playwright = path.join(projectRoot, 'node_modules/@playwright/test/cli.js');
const config = `--config=${path.join(import.meta.dirname, 'demo.playwright.config.ts')}`;
const { status } = spawnSync(process.execPath, [playwright, 'test', config], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...env,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ...(virtual ? {} : { QUAYSIDE_DEMO_WATCHED: '1' }),
  },
});
console.log('\nPictures and timeline: out/demo/timeline.md');
process.exitCode = status ?? 1;
