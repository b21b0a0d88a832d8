import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { sandboxArguments } from '../../build/run/runningStation.mjs';
import { projectRoot } from '../../build/system/dependencies.mjs';
import { openDisplay } from '../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../build/system/electron-runtime.mjs';
import { fakeCameraFilm } from '../../build/system/make-fake-camera.mjs';
import { errorCode } from '../../shared/node/errorCode.ts';
import { endAfterFailure } from './endAfterFailure.ts';
import { launchElectron } from './launchElectron.ts';

export type ElectronStation = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
  /** `kill -9`: no chance to save anything. */
  readonly kill: () => Promise<void>;
  /** Stands still at once, with everything it has not yet written. */
  readonly pause: () => void;
};

/** Longer than the application gives its own page and abilities (electron/main/quitting.ts). */
const closesWithinMs = 60_000;
/** Longer than its abilities have (10 s) once the page is gone. */
const endsWithinMs = 20_000;
const actsWithinMs = 60_000;

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
  const app = await launchElectron({
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
  // A page that hangs is named by the act that waits for it, and not by the end of the whole drive.
  page.setDefaultTimeout(actsWithinMs);
  const { pid } = app.process();
  // Playwright starts it as the leader of its own group: page and services go with it.
  const signal = (name: NodeJS.Signals) => {
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, name);
    } catch (failure) {
      if (errorCode(failure) !== 'ESRCH') throw failure;
    }
  };
  const gone = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  const watched = endAfterFailure(() => {
    console.error(
      `A drive that failed left its station open:\n${whatHoldsIt(pid, options.folder)}`,
    );
    signal('SIGKILL');
  });
  void gone.then(watched);
  return {
    app,
    page,
    async close() {
      const closed = app.close();
      const ended = await within(endsWithinMs, gone);
      // A process that ends waits for its debugger, which is Playwright, and was seen to compute
      // without end instead. Without one 'shell/closing' ends it, as people do.
      if (!ended && !hasPage(pid)) console.error(`Waits for its debugger: ${pid}`);
      else if (!ended && !(await within(closesWithinMs - endsWithinMs, gone))) {
        const found = whatHoldsIt(pid, options.folder);
        signal('SIGKILL');
        throw new Error(`The station did not close within ${closesWithinMs} ms:\n${found}`);
      }
      // What outlives the application would keep its pipes open, and Playwright waiting for them.
      signal('SIGKILL');
      await closed;
    },
    pause: () => signal('SIGSTOP'),
    async kill() {
      signal('SIGKILL');
      await gone;
    },
  };
}

/** Whether a page of this group of processes is left. */
function hasPage(pid: number | undefined): boolean {
  return processesOf(pid).some((it) => it.includes('--type=renderer'));
}

async function within(ms: number, awaited: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([awaited.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

/** The processes of the application that are left, what they wait for, and the end of its log. */
function whatHoldsIt(pid: number | undefined, folder: string): string {
  const left = processesOf(pid);
  let log = '';
  try {
    log = readFileSync(path.join(folder, 'station/logs/main.log'), 'utf8');
  } catch {
    log = 'no log';
  }
  return [...left.map((it) => it.slice(0, 160)), log.slice(-2_000)].join('\n');
}

function processesOf(pid: number | undefined): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid,pid,ppid,stat,wchan:30,args'], {
    encoding: 'utf8',
  });
  return (stdout ?? '').split('\n').filter((it) => Number.parseInt(it, 10) === pid);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
