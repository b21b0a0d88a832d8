import { expect, test } from '@playwright/test';
import { answerDialogs, dialogsOf } from './dialogs.ts';
import { openShell, type Shell } from './shellStation.ts';

function crash(shell: Shell): Promise<void> {
  return shell.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => setTimeout(resolve, 0));
        contents?.forcefullyCrashRenderer();
      }),
  );
}

/** The page was loaded anew, whatever Playwright thinks of the crashed one. */
function lives(shell: Shell): Promise<unknown> {
  return shell.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return false;
    return Promise.race([
      contents.executeJavaScript('window.probe !== undefined'),
      new Promise((resolve) => setTimeout(() => resolve(false), 1000)),
    ]);
  });
}

test('a page that dies four times in a row leaves no empty window: somebody is asked, in words', async () => {
  const shell = await openShell();
  await answerDialogs(shell, 0);
  for (let death = 1; death <= 3; death += 1) {
    await crash(shell);
    await expect.poll(() => lives(shell)).toBe(true);
  }
  expect(await dialogsOf(shell)).toEqual([]);
  await crash(shell);
  await expect
    .poll(() => dialogsOf(shell))
    .toMatchObject([
      { message: 'Quayside stopped several times in a row', buttons: ['Open again', 'Close'] },
    ]);
  await expect.poll(() => lives(shell)).toBe(true);
  await shell.close();
});

test('about a page that answers nobody a person is asked, and a new one opens', async () => {
  const shell = await openShell();
  await answerDialogs(shell, 1);
  const page = () =>
    shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
  const hanging = await page();
  if (hanging === undefined) throw new Error('The window has no page');
  process.kill(hanging, 'SIGSTOP');
  // The system says that a page hangs half a minute after a key went unheard.
  await shell.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive'),
  );
  await expect
    .poll(() => dialogsOf(shell))
    .toMatchObject([{ message: 'Quayside does not answer', buttons: ['Wait', 'Open again'] }]);
  await expect.poll(page).not.toBe(hanging);
  await expect.poll(() => lives(shell)).toBe(true);
  await shell.close();
});
