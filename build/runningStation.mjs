import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './dependencies.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { endProcess, startTied } from './tiedProcess.mjs';

/** Chromium looks for services a bare machine does not have, and says so. */
const noise = /bus\.cc|viz_main_impl|gl_surface_presentation|gpu_channel|command_buffer|vaapi|dri3|^\s*$/i;

/** Electron refuses its sandbox to root, and root has nothing left to be protected from. */
export const sandboxArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What the station is told about the central it belongs to. */
export function stationEnvironment(central) {
  return {
    QUAYSIDE_CENTRAL_URL: central.url,
    QUAYSIDE_ENROLMENT_CODE: central.enrolmentCode,
    QUAYSIDE_DEMO: '1',
  };
}

/**
 * Opens the built application on a central.
 * @param {{ runtime: { folder: string }, env: NodeJS.ProcessEnv, folder: string,
 *   central: { url: string, enrolmentCode: string } }} what
 */
export function openStation({ runtime, env, folder, central }) {
  const userData = `--user-data-dir=${path.join(folder, 'station')}`;
  const args = [projectRoot, userData, ...sandboxArguments];
  const child = startTied(electronExecutable(runtime), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...env, ...stationEnvironment(central) },
  });
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!noise.test(line)) console.error(line);
    });
  }
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  return { ended, stop: () => endProcess(child) };
}
