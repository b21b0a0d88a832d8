import type { ElectronApplication } from '@playwright/test';

/** The window loses the keyboard to another one, and gets it back: the station asks central at once. */
export async function comeBack(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.blur();
    window?.focus();
  });
}
