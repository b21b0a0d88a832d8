import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { filesBelow } from '../architecture/filesBelow.ts';

const made = vi.hoisted(() => ({ options: [] as unknown[], policies: [] as string[] }));

vi.mock('electron', () => ({
  BrowserWindow: class {
    webContents = {
      setWebRTCIPHandlingPolicy: (policy: string) => made.policies.push(policy),
    };
    constructor(options: unknown) {
      made.options.push(options);
    }
  },
}));

test('every window is sealed alike, and what it has of its own opens nothing', async () => {
  const { sealedWindow } = await import('../../electron/main/sealedWindow.ts');
  const opening = { devTools: false, sandbox: false, nodeIntegration: true, webSecurity: false };
  sealedWindow({ show: false }, opening);
  expect(made).toEqual({
    options: [
      {
        show: false,
        webPreferences: {
          devTools: false,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          webviewTag: false,
          spellcheck: false,
        },
      },
    ],
    policies: ['disable_non_proxied_udp'],
  });
});

test('no window is made in another way', () => {
  const making = filesBelow('electron').filter((file) =>
    /new (BrowserWindow|WebContentsView|BrowserView)\b/.test(
      readFileSync(`electron/${file}`, 'utf8'),
    ),
  );
  expect(making).toEqual(['main/sealedWindow.ts']);
});
