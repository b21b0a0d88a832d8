import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog, Menu, powerMonitor, session } from 'electron';
import { errorCode } from '../../shared/node/errorCode.ts';
import { FolderInUse } from '../../shared/node/folderLock.ts';
import { type Abilities, createAbilities } from './createAbilities.ts';
import { dispatcher } from './dispatch.ts';
import { keyringFor, NoKeyring } from './electronKeyring.ts';
import { answerPage } from './ipc.ts';
import { type Log, openLog } from './log.ts';
import { refuseNavigation } from './navigation.ts';
import { registerOwnScheme, serveOwnOrigin } from './ownOrigin.ts';
import { pdfDialog } from './pdfDialog.ts';
import { reachNobody, restrictPermissions } from './permissions.ts';
import { printsHidden } from './printWindow.ts';
import { closeBeforeEnd, quitting } from './quitting.ts';
import { refusedStart, takeAwayVariables } from './refusedStart.ts';
import { rescueDialogs } from './rescueDialogs.ts';
import { finishWiping } from './revoked/wiping.ts';
import { isDemo, startOptions } from './startOptions.ts';
import { openWindow } from './window.ts';
import { wordsFor } from './words.ts';

const { isPackaged } = app;
const { argv, env } = process;
const { platform } = process;
const unheeded = isPackaged ? takeAwayVariables(env) : [];
const isRoot = process.getuid?.() === 0;
const refused = isPackaged ? refusedStart({ argv: argv.slice(1), platform, isRoot }) : null;
if (refused !== null) {
  console.error(`Quayside does not start with ${refused}`);
  app.exit(64);
} else {
  if (isPackaged && isDemo({ argv })) app.setPath('userData', `${app.getPath('userData')} Demo`);
  if (app.requestSingleInstanceLock()) start();
  else if (isWritable(app.getPath('userData'))) app.quit();
  // On a disk that has become read-only nobody gets the lock: it is not another window that has it.
  else void app.whenReady().then(() => giveUp(new Error('The profile is read-only'), () => {}));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function start(): void {
  const log = openLog(path.join(app.getPath('userData'), 'logs'));
  // Only root starts it without (Chromium refuses its sandbox to root); the window asks for its own.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerOwnScheme();
  refuseNavigation(log);
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => open(log))
    .catch((failure: unknown) => giveUp(failure, log));
}

async function open(log: Log): Promise<void> {
  const options = startOptions({ argv, env, isPackaged });
  const leaving = quitting({
    asks: options.asksBeforeQuitting,
    pageEndsWithinMs: options.pageEndsWithinMs,
    log,
  });
  restrictPermissions(session.defaultSession);
  if (options.developmentServer === null) await reachNobody(session.defaultSession);
  // Central is asked beside the page, and nothing of its answers lies on the disk.
  const towardsCentral = session.fromPartition('central');
  if (unheeded.some((name) => /_proxy$/i.test(name)))
    await towardsCentral.setProxy({ mode: 'direct' });
  setMenu();

  let window: BrowserWindow | null = null;
  const folder = path.join(app.getPath('userData'), 'station');
  await finishWiping(folder, { clearPage: clearPageData, now: Date.now });
  const starting = createAbilities({
    folder,
    keyring: await keyringFor({ isPackaged, demo: options.demo }),
    centralUrl: options.centralUrl,
    suggestedCentralUrl: options.suggestedCentralUrl,
    plainHttp: !isPackaged,
    fetch: (address, init) => towardsCentral.fetch(address, init),
    demo: options.demo,
    offeredCode: options.offeredCode,
    versions: {
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
    },
    unsentChanged: leaving.unsentChanged,
    restart() {
      if (options.startsAgain) app.relaunch();
      app.quit();
    },
    chooseFile: rescueDialogs(() => window),
    choosePdf: pdfDialog(() => window),
    print: printsHidden({
      folder: path.join(__dirname, '..', 'printing'),
      developmentServer: options.developmentServer,
      parent: () => window,
      log,
    }),
    log,
  });
  closeBeforeEnd(async () => (await starting).close(), log);
  const abilities = await starting;

  serveOwnOrigin({
    folder: path.join(__dirname, '..', 'renderer'),
    developmentServer: options.developmentServer,
    forward: abilities.forward,
  });
  answerPage(dispatcher(abilities.desktop, log), () => window);
  window = openWindow(log);
  leaving.askBefore(window);
  lockWith(window, abilities.autoLock);
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
}

/** The station locks with the computer, and sees for itself whether anybody is there. */
function lockWith({ webContents }: BrowserWindow, autoLock: Abilities['autoLock']): void {
  webContents.on('input-event', autoLock.sawInput);
  powerMonitor.on('lock-screen', autoLock.computerLocks);
  powerMonitor.on('suspend', autoLock.computerLocks);
}

/** What the page kept: its database, its caches. */
async function clearPageData(): Promise<void> {
  await session.defaultSession.clearStorageData();
  await session.defaultSession.clearCache();
}

/** Without a menu there is no reload and no developer tools; macOS needs one to copy and to quit. */
function setMenu(): void {
  const mac = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]);
  Menu.setApplicationMenu(process.platform === 'darwin' ? mac : null);
}

function giveUp(failure: unknown, log: Log): void {
  log('notStarted', failure instanceof Error ? (failure.stack ?? failure.message) : 'unknown');
  const words = wordsFor(app.getLocale());
  const reason =
    failure instanceof FolderInUse
      ? words.openElsewhere
      : failure instanceof NoKeyring
        ? words.noKeyring
        : errorCode(failure) === 'ENOSPC'
          ? words.diskFull
          : words.cannotStart;
  console.error(reason, failure);
  dialog.showErrorBox('Quayside', reason);
  app.exit(1);
}
