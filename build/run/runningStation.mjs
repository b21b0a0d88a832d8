import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { electronExecutable } from '../system/electron-runtime.mjs';
import { showWithoutNoise } from '../system/electronNoise.mjs';
import { endProcess, startTied } from '../system/tiedProcess.mjs';

/** Electron refuses its sandbox to root, and root has nothing left to be protected from. */
export const sandboxArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What the station is told about the central it belongs to. */
export function stationEnvironment(central, isDemo = true) {
  return {
    QUAYSIDE_CENTRAL_URL: central.url,
    QUAYSIDE_ENROLMENT_CODE: central.enrolmentCode,
    QUAYSIDE_DEMO: isDemo ? '1' : '',
  };
}

/**
 * Opens the built application on a central.
 * @param {{ runtime: { folder: string }, env: NodeJS.ProcessEnv, folder: string,
 *   central: { url: string, enrolmentCode: string }, isDemo: boolean }} what
 */
export function openStation({ runtime, env, folder, central, isDemo }) {
  const userData = `--user-data-dir=${path.join(folder, 'station')}`;
  const args = [projectRoot, userData, ...sandboxArguments];
  const child = startTied(electronExecutable(runtime), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...env, ...stationEnvironment(central, isDemo) },
  });
  showWithoutNoise(child);
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  return { ended, stop: () => endProcess(child) };
}
