import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { build, type EnvironmentOptions, type Plugin } from 'vite';
import { showWithoutNoise } from './system/electronNoise.mjs';
import { startTied } from './system/tiedProcess.mjs';

type Entries = Readonly<Record<'main' | 'preload' | 'scryptThread', EnvironmentOptions>>;

/**
 * While the page is served with hot reload, keeps main and preload built too: a change in
 * preload reloads the page, a change in main restarts the application.
 */
export function electronDev({ main, preload, scryptThread }: Entries): Plugin {
  return {
    name: 'quayside-electron-dev',
    apply: (_config, { command }) =>
      command === 'serve' && process.env['QUAYSIDE_ELECTRON'] !== undefined,
    configureServer(server) {
      const application = restartable(process.env['QUAYSIDE_ELECTRON'] ?? '', () => {
        void server.close().finally(() => process.exit(0));
      });
      process.once('exit', () => application.stop());
      async function open() {
        const address = server.resolvedUrls?.local[0];
        if (address === undefined) throw new Error('The development server has no address');
        await keepBuilt(preload, () => server.ws.send({ type: 'full-reload' }));
        await keepBuilt(scryptThread, () => application.start(address));
        await keepBuilt(main, () => application.start(address));
        application.start(address);
      }
      server.httpServer?.once('listening', () => void open());
    },
  };
}

function restartable(executable: string, whenClosed: () => void) {
  let running: ChildProcess | undefined;
  const launch = (address: string) => {
    const extra = (process.env['QUAYSIDE_ELECTRON_ARGS'] ?? '').split('\n').filter(Boolean);
    const child = startTied(executable, [path.resolve(import.meta.dirname, '..'), ...extra], {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, VITE_DEV_SERVER_URL: address },
    });
    showWithoutNoise(child);
    child.once('exit', () => {
      if (child === running) whenClosed();
    });
    running = child;
  };
  return {
    start(address: string) {
      const old = running;
      running = undefined;
      if (old === undefined || old.exitCode !== null) launch(address);
      else {
        old.once('exit', () => launch(address));
        old.kill();
      }
    },
    stop() {
      running?.kill();
    },
  };
}

/** Resolves after the first build; calls back after each later one. */
async function keepBuilt(environment: EnvironmentOptions, whenRebuilt: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let built = false;
  await build({
    configFile: false,
    root: path.resolve(import.meta.dirname, '..'),
    mode: 'development',
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ...environment.build, ssr: true, watch: {} },
    plugins: [
      {
        name: 'quayside-rebuilt',
        closeBundle() {
          if (built) whenRebuilt();
          built = true;
          resolve();
        },
      },
    ],
  });
  await promise;
}
