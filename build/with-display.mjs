// Runs a command with a display (a virtual one where there is none) and with the Electron found:
//   node build/with-display.mjs COMMAND …
import { openDisplay } from './system/display.mjs';
import { electronRuntime } from './system/electron-runtime.mjs';
import { standInFor, startTied } from './system/tiedProcess.mjs';

const { folder } = await electronRuntime();
const { env, virtual } = await openDisplay();
if (virtual) console.log(`No display here: drawing on a virtual one (${env.DISPLAY}).`);
const [command = '', ...args] = process.argv.slice(2);
standInFor(
  startTied(command, args, {
    stdio: 'inherit',
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: folder },
  }),
);
