// npm start: central with the demo company on its embedded database, and the application on it.
// npm start -- --empty: a company of your own, with nothing in it, in a folder of its own.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../compile.mjs';
import { projectRoot } from '../system/dependencies.mjs';
import { openDisplay } from '../system/display.mjs';
import { electronRuntime } from '../system/electron-runtime.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import { firstPage, firstStep, openInBrowser } from './emptyCompany.mjs';
import { startCentral } from './runningCentral.mjs';
import { openStation, sandboxArguments } from './runningStation.mjs';

const { values: asked } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
const folder = path.join(projectRoot, asked.empty ? '.quayside-empty' : '.quayside');
const hasDisplay = process.env.DISPLAY !== undefined;

installMissingSystemPackages(hasDisplay ? ['electron'] : ['electron', 'display']);
const runtime = await electronRuntime({ mayDownload: true });
if (!compile()) process.exit(1);

/** @type {() => Promise<void>} */
let stop = async () => process.exit(130);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!stopping) say('ending', 'the station and central');
    stopping = true;
    void stop();
  });
}

const central = await startCentral({ folder, isEmpty: asked.empty });
stop = central.stop;
const company = asked.empty ? 'a company of your own' : 'demo company';
say('central', `${central.url} (${company}; log in ${relative(central.log)})`);
if (asked.empty) {
  say('next', await firstStep({ url: central.url, folder: relative(folder) }));
  const page = await firstPage({ url: central.url, folder });
  if (page && hasDisplay) openInBrowser(page.address, path.join(projectRoot, 'out/set-up.html'));
}

if (!stopping) {
  const { env, virtual } = await openDisplay();
  if (virtual)
    say('display', `none here, so a virtual one (${env.DISPLAY}); \`npm run demo\` shows pictures`);
  if (!runtime.official)
    say('electron', 'an older one for development, as the official one cannot be downloaded here');
  if (sandboxArguments.length > 0)
    say('sandbox', 'off, because Electron refuses it to root; start as another user to have it');
  const station = openStation({ runtime, env, folder, central, isDemo: !asked.empty });
  stop = async () => {
    await station.stop();
    await central.stop();
  };
  say('station', 'open; close its window or press Ctrl-C to end both');
  await Promise.race([station.ended, central.ended.then(reportLostCentral)]);
  process.exitCode = stopping ? 0 : await station.ended;
}
await stop();

async function reportLostCentral(code) {
  if (stopping) return;
  say('central', `ended by itself with code ${code}; the station works on without it`);
  await new Promise(() => {});
}

function say(what, words) {
  console.log(`${what.padEnd(9)} ${words}`);
}

function relative(file) {
  return path.relative(process.cwd(), file);
}
