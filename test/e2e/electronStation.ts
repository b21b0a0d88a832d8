import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { sandboxArguments } from '../../build/run/runningStation.mjs';
import { projectRoot } from '../../build/system/dependencies.mjs';
import { openDisplay } from '../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../build/system/electron-runtime.mjs';
import { fakeCameraFilm } from '../../build/system/make-fake-camera.mjs';

export type ElectronStation = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** `kill -9`: no chance to save anything. */
  readonly kill: () => Promise<void>;
  /** Stands still at once, with everything it has not yet written. */
  readonly pause: () => void;
};

/** Opens the built application on a profile folder. Starting twice on one folder is a relaunch. */
export async function openStation(options: {
  readonly folder: string;
  readonly centralUrl: string;
  readonly enrolmentCode?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cameras?: number;
  readonly switches?: readonly string[];
}): Promise<ElectronStation> {
  const { env } = await openDisplay();
  const app = await _electron.launch({
    executablePath: electronExecutable(await electronRuntime()),
    cwd: projectRoot,
    args: [
      projectRoot,
      `--user-data-dir=${path.join(options.folder, 'station')}`,
      `--use-fake-device-for-media-stream=device-count=${options.cameras ?? 1}`,
      // A film is always one camera.
      ...(options.cameras === undefined
        ? [`--use-file-for-fake-video-capture=${await fakeCameraFilm()}`]
        : []),
      ...sandboxArguments,
      ...(options.switches ?? []),
    ],
    env: {
      ...definedOnly(env),
      QUAYSIDE_CENTRAL_URL: options.centralUrl,
      QUAYSIDE_ENROLMENT_CODE: options.enrolmentCode ?? '',
      QUAYSIDE_DEMO: '1',
      // Nobody is there to answer the question about unsent work.
      QUAYSIDE_QUIT_WITHOUT_ASKING: '1',
      // A start that nobody here drives would outlive the test.
      QUAYSIDE_STAY_CLOSED: '1',
      ...options.env,
    },
  });
  const page = await app.firstWindow();
  const { pid } = app.process();
  // Playwright starts it as the leader of its own group: page and services go with it.
  const signal = (name: NodeJS.Signals) => {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, name);
  };
  const gone = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  return {
    app,
    page,
    async close() {
      await app.close();
      await gone;
    },
    pause: () => signal('SIGSTOP'),
    async kill() {
      signal('SIGKILL');
      await gone;
    },
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
