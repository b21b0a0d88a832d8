// npm run dev: central with the demo company, and the application with hot reload.
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { openDisplay } from '../system/display.mjs';
import { electronExecutable, electronRuntime } from '../system/electron-runtime.mjs';
import { installMissingSystemPackages } from '../system/systemPackages.mjs';
import { startTied } from '../system/tiedProcess.mjs';
import { startCentral } from './runningCentral.mjs';
import { sandboxArguments, stationEnvironment } from './runningStation.mjs';

const folder = path.join(projectRoot, '.quayside/dev');

installMissingSystemPackages(process.env.DISPLAY ? ['electron'] : ['electron', 'display']);
const runtime = await electronRuntime({ mayDownload: true });
const central = await startCentral({ folder });
const { env } = await openDisplay();

const userData = `--user-data-dir=${path.join(folder, 'station')}`;
const vite = startTied(
  process.execPath,
  [path.join(projectRoot, 'node_modules/vite/bin/vite.js')],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...env,
      ...stationEnvironment(central),
      QUAYSIDE_ELECTRON: electronExecutable(runtime),
      QUAYSIDE_ELECTRON_ARGS: [userData, ...sandboxArguments].join('\n'),
    },
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => vite.kill('SIGTERM'));
vite.once('exit', (code) => {
  process.exitCode = code ?? 1;
  void central.stop();
});
