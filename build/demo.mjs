// npm run demo: drives the whole job in the running application, for everybody to see. Leaves
// out/demo/ with a screenshot of every step and timeline.md. The steps are those of the tests.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { playMainJob } from '../test/e2e/driver.ts';
import { compile } from './compile.mjs';
import { projectRoot } from './dependencies.mjs';
import { openDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { installMissingSystemPackages } from './systemPackages.mjs';

const folder = path.join(projectRoot, 'out/demo');

installMissingSystemPackages(
  process.env.DISPLAY ? ['electron', 'camera'] : ['electron', 'camera', 'display'],
);
const { folder: electronFolder } = await electronRuntime({ mayDownload: true });
if (!compile()) process.exit(1);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { env, virtual } = await openDisplay();
Object.assign(process.env, env, { ELECTRON_OVERRIDE_DIST_PATH: electronFolder });
if (virtual)
  console.log('No display here: playing on a virtual one. Look at out/demo/ afterwards.');

const begun = performance.now();
const rows = [];

/**
 * One step of the show: does it, leaves time to look, takes the picture.
 * @param {string} title
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} action
 */
async function step(title, page, action) {
  await action();
  if (!virtual) await pause(1200);
  const picture = `${String(rows.length + 1).padStart(2, '0')}-${title.replaceAll(/\W+/g, '-')}.png`;
  await page.screenshot({ path: path.join(folder, picture) });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  rows.push(`| ${seconds} s | ${title} | ![](${picture}) |`);
  console.log(`${seconds.padStart(6)} s  ${title}`);
}

try {
  await playMainJob({ folder: path.join(folder, 'data'), step });
} finally {
  const head = ['# From scan to refund', '', '| after | what | seen |', '|---|---|---|'];
  writeFileSync(path.join(folder, 'timeline.md'), `${[...head, ...rows].join('\n')}\n`);
  console.log(`\nPictures and timeline: ${path.relative(process.cwd(), folder)}/timeline.md`);
}
