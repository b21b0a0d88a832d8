import { Worker } from 'node:worker_threads';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Log } from './log.ts';
import { wordsFor } from './words.ts';

export type Quitting = {
  readonly unsentChanged: (count: number) => void;
  readonly askBefore: (window: BrowserWindow) => void;
};

/** A page may finish what is being saved first (20 s at most); one that answers nobody ends here. */
const pageEndsWithinMs = 25_000;
const abilitiesEndWithinMs = 10_000;
/** Longer than those have: whatever still computes then saves nothing any more. */
const processEndsWithinMs = 15_000;

type Deps = {
  readonly asks: boolean;
  readonly pageEndsWithinMs?: number | null;
  readonly log: Log;
};

/**
 * Closing the window while work is unsent asks first. An end ordered by the operating system does
 * not: everything is in the journal, and nobody may be there to answer.
 */
export function quitting({ asks, log, pageEndsWithinMs: within }: Deps): Quitting {
  let unsent = 0;
  let mayClose = !asks;
  const closes = (window: BrowserWindow) => destroyLater(window, within ?? pageEndsWithinMs, log);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    // A library that listened before Electron took the signal over would keep ours from hearing it:
    // the system is only asked again for the first listener of a signal.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      mayClose = true;
      app.quit();
    });
  }
  return {
    unsentChanged(count) {
      unsent = count;
    },
    askBefore(window) {
      window.on('session-end', () => {
        mayClose = true;
      });
      window.on('close', (event) => {
        if (mayClose || unsent === 0) return closes(window);
        event.preventDefault();
        void ask(window, unsent).then((close) => {
          if (!close) return;
          mayClose = true;
          window.close();
        });
      });
    },
  };
}

async function ask(window: BrowserWindow, unsent: number): Promise<boolean> {
  const words = wordsFor(app.getLocale());
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Quayside',
    message: words.unsentTitle(unsent),
    detail: words.unsentDetail,
    buttons: [words.stay, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/**
 * A window somebody closed is gone after a while, whatever its page does: a page that hangs would
 * keep the process alive, unseen, and with it the folder of the station.
 */
function destroyLater(window: BrowserWindow, withinMs: number, log: Log): void {
  const timer = setTimeout(() => {
    log('pageNotClosed', `${withinMs} ms`);
    window.destroy();
  }, withinMs);
  window.once('closed', () => clearTimeout(timer));
}

/**
 * The last line of the journal and its head are on disk before the process ends; whatever else
 * would hold it up (an answer of central, a disk that is gone) does so for a while only.
 */
export function closeBeforeEnd(close: () => Promise<void>, log: Log): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    endWithin(processEndsWithinMs);
    const timer = setTimeout(() => {
      log('notClosed', `${abilitiesEndWithinMs} ms`);
      app.exit(0);
    }, abilitiesEndWithinMs);
    void close()
      .catch((failure: unknown) => log('notClosed', String(failure)))
      .finally(() => {
        clearTimeout(timer);
        app.quit();
      });
  });
}

/**
 * From a thread of its own: the main thread was seen to compute without end while the application
 * ends, unseen, with the folder of the station locked behind it.
 */
function endWithin(ms: number): void {
  const source = `
    const { workerData } = require('node:worker_threads');
    setTimeout(() => process.kill(workerData.pid, 'SIGKILL'), workerData.ms);`;
  new Worker(source, { eval: true, workerData: { pid: process.pid, ms } }).unref();
}
