import { startTied } from './tiedProcess.mjs';

/**
 * Gives Electron and browsers something to draw on: the display there is, or a virtual one that
 * lives as long as this process. `virtual` says which; `env` is for the processes that draw.
 * @returns {Promise<{ virtual: boolean, env: NodeJS.ProcessEnv }>}
 */
export async function openDisplay() {
  const quiet = { ...process.env, NO_AT_BRIDGE: '1' };
  if (process.platform !== 'linux' || process.env.DISPLAY) return { virtual: false, env: quiet };
  const screen = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'];
  const server = startTied('Xvfb', screen, {
    lastSignal: 'KILL',
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    let answer = '';
    server.stdio[3]?.on('data', (part) => {
      answer += part;
      if (answer.includes('\n')) resolve(answer.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
  server.unref();
  server.stdio[3]?.destroy();
  return { virtual: true, env: { ...quiet, DISPLAY: `:${number}` } };
}
