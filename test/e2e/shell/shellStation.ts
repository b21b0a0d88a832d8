import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { sandboxArguments } from '../../../build/run/runningStation.mjs';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { openDisplay } from '../../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../../build/system/electron-runtime.mjs';
import { launchElectron } from '../launchElectron.ts';

export type Shell = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  /** Runs a probe of page/probe.ts as the page's own script. */
  readonly probe: (name: string, given?: string) => Promise<unknown>;
  /** Asks an ability as the page does. */
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** The built main process and preload around a page that only probes its walls. */
export function assembleShell(): { readonly folder: string; readonly app: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-shell-'));
  const app = path.join(folder, 'app');
  mkdirSync(app);
  cpSync(path.join(projectRoot, 'dist/electron'), path.join(app, 'dist/electron'), {
    recursive: true,
  });
  const page = path.join(import.meta.dirname, 'page');
  const served = path.join(app, 'dist/renderer');
  mkdirSync(served);
  cpSync(path.join(page, 'index.html'), path.join(served, 'index.html'));
  const probe = readFileSync(path.join(page, 'probe.ts'), 'utf8');
  writeFileSync(path.join(served, 'probe.js'), stripTypeScriptTypes(probe));
  const about = { name: 'quayside', version: '0.1.0', main: 'dist/electron/main.cjs' };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(about));
  return { folder, app };
}

export async function openShell(env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const { folder, app } = assembleShell();
  return await launchShell(folder, app, env);
}

export async function launchShell(
  folder: string,
  appFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Shell> {
  const display = await openDisplay();
  const app = await launchElectron({
    executablePath: electronExecutable(await electronRuntime()),
    args: [
      appFolder,
      `--user-data-dir=${path.join(folder, 'profile')}`,
      '--use-fake-device-for-media-stream',
      ...sandboxArguments,
    ],
    env: { ...definedOnly(display.env), ...env },
  });
  const page = await app.firstWindow();
  await expect.poll(() => page.evaluate('window.probe !== undefined')).toBe(true);
  function probe(name: string, given = ''): Promise<unknown> {
    return page.evaluate((asked) => window.probe(asked.name, asked.given), { name, given });
  }
  return {
    app,
    page,
    folder,
    probe,
    ask: (name, input) => probe('desktop', `${name} ${JSON.stringify(input)}`),
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
