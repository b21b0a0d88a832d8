import path from 'node:path';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { fakeCameraFilm } from '../../../build/system/make-fake-camera.mjs';
import { createAbilities } from '../../../electron/main/createAbilities.ts';
import { type Dispatch, dispatcher } from '../../../electron/main/dispatch.ts';
import { noKeyring } from '../../../electron/main/machine/keyring.ts';
import { type DesktopAnswer, desktopNames } from '../../../shared/desktop/desktopNames.ts';
import { servePage } from './pageServer.ts';

export type BrowserStation = {
  readonly page: Page;
  /** What went wrong beside the work: exceptions and refusals in the page, failed abilities. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

type Ask = (name: string, input: unknown) => Promise<DesktopAnswer>;
const askBinding = 'askQuayside';

/**
 * The built page in a browser, with everything the main process does for it done here: the journal,
 * vault and photo files of a folder, the checked door to them, and the way to central.
 */
export async function openInBrowser(options: {
  readonly folder: string;
  readonly centralUrl: string;
  readonly enrolmentCode: string;
  readonly launchOptions: LaunchOptions;
  /** Where the browser keeps what a later one on the same folder finds again; left out: nowhere. */
  readonly profile?: string;
}): Promise<BrowserStation> {
  const { folder, centralUrl, enrolmentCode, launchOptions, profile } = options;
  const complaints: string[] = [];
  const abilities = await createAbilities({
    locksByItself: false,
    folder: path.join(folder, 'station'),
    keyring: noKeyring,
    centralUrl,
    fetch,
    demo: true,
    offeredCode: enrolmentCode,
  });
  const served = await servePage({
    folder: path.join(projectRoot, 'dist/renderer'),
    forward: abilities.forward,
    ...(profile !== undefined && { portFile: `${profile}.port` }),
  });
  const launch = {
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${await fakeCameraFilm()}`,
    ],
  };
  const viewport = { width: 1366, height: 768 };
  const context =
    profile === undefined
      ? await (await chromium.launch(launch)).newContext({ viewport })
      : await chromium.launchPersistentContext(profile, { ...launch, viewport });
  const page = await context.newPage();
  page.on('pageerror', (failure) => complaints.push(failure.message));
  page.on('console', (message) => {
    // Without a network central does not answer, which is part of the work.
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) complaints.push(message.text());
  });
  const dispatch = dispatcher(abilities.desktop, (event, detail) =>
    complaints.push(`${event}: ${detail}`),
  );
  await offerDesktop(page, dispatch, served.origin);
  await page.goto(served.origin);
  return {
    page,
    complaints,
    async close() {
      await (context.browser()?.close() ?? context.close());
      await served.close();
      await abilities.close();
    },
  };
}

/** `window.quayside`, for the main frame of the page's own origin only, as the preload offers it. */
async function offerDesktop(page: Page, dispatch: Dispatch, origin: string): Promise<void> {
  await page.exposeBinding(askBinding, ({ frame }, name: unknown, input: unknown) =>
    dispatch(name, input, frame === page.mainFrame() && new URL(frame.url()).origin === origin),
  );
  await page.addInitScript(
    ({ names, binding, own }) => {
      if (location.origin !== own) return;
      const ask = Reflect.get(window, binding) as Ask;
      const abilityCalled = (name: string) => async (input: unknown) => {
        const answer = await ask(name, input);
        if (answer.ok) return answer.value;
        throw new Error(`quayside ${name}: ${answer.failure}`);
      };
      const desktop = Object.fromEntries(names.map((name) => [name, abilityCalled(name)]));
      Object.defineProperty(window, 'quayside', { value: Object.freeze(desktop) });
    },
    { names: desktopNames, binding: askBinding, own: origin },
  );
}
