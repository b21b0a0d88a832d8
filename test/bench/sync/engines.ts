/** Opens a bench page in an engine, on a profile folder of its own. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { sandboxArguments } from '../../../build/run/runningStation.mjs';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { openDisplay } from '../../../build/system/display.mjs';
import { electronExecutable, electronRuntime } from '../../../build/system/electron-runtime.mjs';
import { launchElectron } from '../../e2e/launchElectron.ts';
import { bundles, pageOf } from './pages.ts';

export type Engine = 'chromium' | 'electron';
export type OpenPage = { readonly page: Page; readonly close: () => Promise<void> };

/** No walls between origins: the rivals' servers and central stand on ports of their own. */
const engineArguments = [
  '--disable-web-security',
  '--disable-background-networking',
  '--disable-quic',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

export async function openPage(
  engine: Engine,
  profile: string,
  address: string,
): Promise<OpenPage> {
  return engine === 'chromium'
    ? await inChromium(profile, address)
    : await inElectron([plainShell(profile), `--user-data-dir=${profile}`, ...engineArguments], {
        BENCH_URL: address,
      });
}

async function inChromium(profile: string, address: string): Promise<OpenPage> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...engineArguments],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (failure) => console.error(failure));
  await page.goto(address);
  return { page, close: () => context.close() };
}

/** A window and nothing else, as plain as a browser's tab. */
function plainShell(profile: string): string {
  const folder = `${profile}-app`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"bench","main":"main.cjs"}');
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { webSecurity: false, backgroundThrottling: false } });
  window.loadURL(process.env.BENCH_URL);
});`,
  );
  return folder;
}

/** The bench page in the application's own shell: its walls, its main process, its journal. */
export async function openInShell(profile: string): Promise<OpenPage> {
  const app = `${profile}-app`;
  mkdirSync(path.join(app, 'dist/renderer'), { recursive: true });
  cpSync(path.join(projectRoot, 'dist/electron'), path.join(app, 'dist/electron'), {
    recursive: true,
  });
  writeFileSync(
    path.join(app, 'package.json'),
    '{"name":"quayside","version":"0.1.0","main":"dist/electron/main.cjs"}',
  );
  writeFileSync(path.join(app, 'dist/renderer/index.html'), pageOf('ours'));
  cpSync(path.join(bundles, 'ours.js'), path.join(app, 'dist/renderer/ours.js'));
  return await inElectron([app, `--user-data-dir=${profile}`], {
    QUAYSIDE_QUIT_WITHOUT_ASKING: '1',
  });
}

let display: ReturnType<typeof openDisplay> | null = null;

async function inElectron(
  args: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<OpenPage> {
  display ??= openDisplay();
  const { env } = await display;
  const app = await launchElectron({
    executablePath: electronExecutable(await electronRuntime()),
    args: [...args, ...sandboxArguments],
    env: { ...definedOnly(env), ...more },
  });
  const page = await app.firstWindow();
  page.on('pageerror', (failure) => console.error(failure));
  return { page, close: () => app.close() };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
