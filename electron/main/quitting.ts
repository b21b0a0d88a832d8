import { app, type BrowserWindow, dialog } from 'electron';
import { wordsFor } from './words.ts';

export type Quitting = {
  readonly unsentChanged: (count: number) => void;
  readonly askBefore: (window: BrowserWindow) => void;
};

/**
 * Closing the window while work is unsent asks first. An end ordered by the operating system does
 * not: everything is in the journal, and nobody may be there to answer.
 */
export function quitting(asks: boolean): Quitting {
  let unsent = 0;
  let mayClose = !asks;
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
        if (mayClose || unsent === 0) return;
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
