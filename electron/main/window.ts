import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import type { Log } from './log.ts';
import { isOwnAddress } from './ownOrigin.ts';
import { sealedWindow } from './sealedWindow.ts';
import { lastPlace, smallest } from './windowPlace.ts';
import { wordsFor } from './words.ts';

/** --paper of renderer/components/generic/tokens.css, light and dark: nothing flashes before the page is drawn. */
const paper = '#f5f5f1';
const slate = '#12171a';

/** The one window, shown when there is something to see. */
export function openWindow(log: Log): BrowserWindow {
  const placeFile = path.join(app.getPath('userData'), 'window.json');
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const screens = [main, ...others].map((display) => display.workArea);
  const { maximized, ...bounds } = lastPlace(placeFile, screens);
  const window = sealedWindow(
    {
      ...bounds,
      minWidth: Math.min(smallest.width, bounds.width),
      minHeight: Math.min(smallest.height, bounds.height),
      show: false,
      title: 'Quayside',
      backgroundColor: nativeTheme.shouldUseDarkColors ? slate : paper,
      autoHideMenuBar: true,
    },
    { preload: path.join(__dirname, 'preload.cjs'), devTools: !app.isPackaged },
  );
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileSync(placeFile, JSON.stringify(place));
  });
  reopenAfterCrash(window, log);
  askAboutHanging(window, log);
  window.webContents.on('did-navigate', (_navigated, address) => {
    // Nothing asks before a page goes to about:blank.
    if (!isOwnAddress(address)) void window.loadURL(`${appOrigin}/`);
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}

const crashesInARow = 3;
/** A page that lived so long did not crash for what it was opened with. */
const livedMs = 5 * 60_000;

/** A page that crashed is loaded again; about one that keeps crashing a person is asked, in words. */
function reopenAfterCrash(window: BrowserWindow, log: Log): void {
  let crashes = 0;
  let openedAt = performance.now();
  window.webContents.on('render-process-gone', (_gone, { reason }) => {
    log('pageGone', reason);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (performance.now() - openedAt > livedMs) crashes = 0;
    crashes += 1;
    openedAt = performance.now();
    if (crashes <= crashesInARow) window.reload();
    else
      void askAboutCrashes(window, reason).then((again) => {
        if (window.isDestroyed()) return;
        crashes = 0;
        openedAt = performance.now();
        if (again) window.reload();
        else window.destroy();
      });
  });
}

async function askAboutCrashes(window: BrowserWindow, reason: string): Promise<boolean> {
  const words = wordsFor(app.getLocale());
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Quayside',
    message: words.pageCrashed,
    detail: words.pageCrashedDetail(reason),
    buttons: [words.openAgain, words.close],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}

/** Somebody pressed a key or touched the page and it takes no notice: they say what happens. */
function askAboutHanging(window: BrowserWindow, log: Log): void {
  let asking: AbortController | null = null;
  window.on('responsive', () => asking?.abort());
  window.on('unresponsive', () => {
    if (asking !== null) return;
    log('pageHangs', '');
    const asked = new AbortController();
    asking = asked;
    const words = wordsFor(app.getLocale());
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        title: 'Quayside',
        message: words.pageHangs,
        detail: words.pageHangsDetail,
        buttons: [words.wait, words.openAgain],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal: asked.signal,
      })
      .then(({ response }) => {
        asking = null;
        if (response === 1 && !window.isDestroyed()) endPage(window);
      });
  });
}

/** Not by asking it: what hangs does not hear that either. 0 is no process of its own, but all of ours. */
function endPage({ webContents }: BrowserWindow): void {
  const pid = webContents.getOSProcessId();
  if (pid > 0) process.kill(pid, 'SIGKILL');
  else webContents.reload();
}
