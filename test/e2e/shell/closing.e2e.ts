import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sandboxArguments } from '../../../build/run/runningStation.mjs';
import { openDisplay } from '../../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../../build/system/electron-runtime.mjs';
import { answerDialogs, dialogsOf } from './dialogs.ts';
import { assembleShell, launchShell, openShell, type Shell } from './shellStation.ts';

function reportUnsent(shell: Shell, count: number) {
  return shell.ask('reportUnsent', { count });
}

test('closing with unsent work asks in plain words, and stays when asked to', async () => {
  const shell = await openShell();
  await answerDialogs(shell, 0);
  await reportUnsent(shell, 3);
  await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => dialogsOf(shell)).toHaveLength(1);
  expect(await dialogsOf(shell)).toMatchObject([
    {
      message: '3 entries have not been sent yet',
      buttons: ['Keep open', 'Close anyway'],
      defaultId: 0,
    },
  ]);
  await expect(shell.page.locator('#styled')).toBeVisible();

  await answerDialogs(shell, 1);
  const closed = shell.app.waitForEvent('close');
  await shell.app.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  await closed;
});

test('closing with nothing unsent asks nothing, and the window comes back where it was', async () => {
  const { folder, app } = assembleShell();
  const first = await launchShell(folder, app);
  await answerDialogs(first, 0);
  await reportUnsent(first, 0);
  const bounds = { x: 40, y: 30, width: 1100, height: 720 };
  await first.app.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(to);
  }, bounds);
  const boundsOf = (shell: Shell) =>
    shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.app.close();
  const second = await launchShell(folder, app);
  expect(await boundsOf(second)).toEqual(bounds);
  await second.close();
});

test('a window never gets smaller than its contents need', async () => {
  const shell = await openShell();
  const smallest = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
  );
  expect(smallest).toEqual([1024, 700]);
  await shell.close();
});

test('a second start on the same profile ends by itself and leaves the first alone', async () => {
  const { folder, app } = assembleShell();
  const shell = await launchShell(folder, app);
  const { env } = await openDisplay();
  const second = spawn(
    electronExecutable(await electronRuntime()),
    [app, `--user-data-dir=${path.join(folder, 'profile')}`, ...sandboxArguments],
    { env, stdio: 'ignore' },
  );
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect(shell.page.locator('#styled')).toBeVisible();
  await shell.close();
});

test('SIGTERM ends it at once with everything closed, even with unsent work', async () => {
  const shell = await openShell();
  await answerDialogs(shell, 0);
  await reportUnsent(shell, 3);
  const ended = new Promise((resolve) => shell.app.process().once('exit', (code) => resolve(code)));
  shell.app.process().kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a window somebody closed is gone although its page answers nobody', async () => {
  const shell = await openShell({ QUAYSIDE_PAGE_ENDS_WITHIN_MS: '500' });
  const gone = new Promise((resolve) => shell.app.process().once('exit', (code) => resolve(code)));
  const page = await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  if (page === undefined) throw new Error('The window has no page');
  // As the application's page does: it is asked before it goes, and its answer is waited for.
  await shell.page.evaluate(() => window.addEventListener('beforeunload', () => {}));
  process.kill(page, 'SIGSTOP');
  await shell.app.evaluate(({ app }) => setImmediate(() => app.quit()));
  expect(await gone).toBe(0);
  process.kill(page, 'SIGKILL');
});

test('a process that computes without end while it ends, ends', { tag: '@release' }, async () => {
  const shell = await openShell();
  const gone = new Promise((resolve) => shell.app.process().once('exit', () => resolve('gone')));
  await shell.app.evaluate(({ app }) => {
    app.once('will-quit', () => {
      setImmediate(() => {
        for (;;);
      });
    });
    setImmediate(() => app.quit());
  });
  expect(await gone).toBe('gone');
});
