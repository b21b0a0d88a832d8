// npm run demo: drives the whole job in the running application, for everybody to see.
// npm run demo -- monday: an empty central, a company's own spreadsheets, and one return of its own.
// Leaves out/demo/<name>/ with a picture of every step and timeline.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { openDisplay } from '../system/display.mjs';
import { electronRuntime } from '../system/electron-runtime.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';

const stories = ['mainJob', 'monday'];
const [name = 'mainJob'] = process.argv.slice(2);
if (!stories.includes(name)) {
  console.error(`There is no “${name}”: ${stories.join(' or ')}`);
  process.exit(1);
}
const hasDisplay = process.env.DISPLAY !== undefined;
installMissingSystemPackages(['electron', 'camera']);
if (!hasDisplay) installMissingSystemPackages(['display']);
if (name === 'monday') installMissingSystemPackages(['chromium', 'postgresql']);
const { folder } = await electronRuntime({ mayDownload: true });
if (!compile()) process.exit(1);
const { env, virtual } = await openDisplay();
if (virtual)
  console.log(`No display here: playing on a virtual one. Look at out/demo/${name}/ afterwards.`);

const playwright = path.join(projectRoot, 'node_modules/@playwright/test/cli.js');
const config = `--config=${path.join(import.meta.dirname, 'demo.playwright.config.ts')}`;
const { status } = spawnSync(process.execPath, [playwright, 'test', config, `/${name}.show`], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...env,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ...(virtual ? {} : { QUAYSIDE_DEMO_WATCHED: '1' }),
  },
});
console.log(`\nPictures and timeline: out/demo/${name}/timeline.md`);
process.exitCode = status ?? 1;
