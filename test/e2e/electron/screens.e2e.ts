import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../../../build/dependencies.mjs';
import { demoToday } from '../demoReturns.ts';
import { receive } from '../driver/dock.ts';
import { goTo, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { scan } from '../scan.ts';

const pictures = path.join(projectRoot, 'out/screenshots');
const themes = ['light', 'dark', 'contrast'] as const;
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** 1366 pixels at 200 %. */
const zoomed = { width: 683, height: 384 };

let central: RunningCentral;
let station: ElectronStation;
let folder: string;

test.beforeAll(async () => {
  central = await runCentral();
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-screens-'));
  mkdirSync(pictures, { recursive: true });
  station = await openStation({
    folder,
    centralUrl: central.url,
    enrolmentCode: central.enrolmentCode,
  });
});
test.afterAll(async () => {
  await station.close();
  await central.close();
  rmSync(folder, { recursive: true, force: true });
});

// Recording every step of this walk costs more than the walk.
test.use({ trace: 'off' });
test.setTimeout(240_000);

test('every screen is accessible and whole, in every theme and size', async () => {
  const { page } = station;
  const { expected, worker } = demoToday();
  const [parcel, other] = expected;
  if (!parcel || !other) throw new Error('The demo announces too little');

  await page.getByRole('button', { name: 'Enrol', exact: true }).waitFor();
  await look(page, 'enrolment');
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  await page.getByRole('button', { name: 'They are the same' }).waitFor();
  await look(page, 'enrolment-compare');
  await page.getByRole('button', { name: 'They are the same' }).click();
  await page.getByRole('button', { name: /PIN/ }).first().waitFor();
  await look(page, 'sign-in');

  await signIn(page, worker('NQ4107'));
  await expect(page.getByRole('main')).toContainText(parcel.case.rma ?? '', { timeout: 60_000 });
  await look(page, 'dock');
  await scan(page, 'QS-NOT-HERE-123');
  await page.getByText('Not expected today').waitFor();
  await look(page, 'dock-unexpected');
  await receive(page, parcel);
  await scan(page, `]C101${parcel.order.article.gtin}`);
  await scan(page, `]C101${other.order.article.gtin}`);
  await page.getByText('Counted, set apart').waitFor();
  await look(page, 'dock-counted');
  await scan(page, ']C10109521187999999');
  await page.getByText('Cannot read this').waitFor();
  await look(page, 'dock-error');
  await page.getByRole('button', { name: 'Type a number' }).click();
  await look(page, 'dock-type');
  await closeSheet(page);

  await signIn(page, worker('NQ4118'));
  await goTo(page, 'Bench');
  await page.getByRole('row').first().waitFor();
  await look(page, 'bench');
  await scan(page, parcel.tracking);
  await page.getByRole('region', { name: 'The client said' }).waitFor();
  const choose = (answer: string) =>
    page
      .locator('label')
      .filter({ hasText: new RegExp(`^${answer}$`) })
      .first()
      .click();
  await choose('Defect');
  await choose('Function');
  await choose('Improper use');
  await page.getByText('Traces of liquid').click();
  await look(page, 'bench-misuse');
  await page.keyboard.press('F7');
  await page.getByText('Photo saved').waitFor();
  await look(page, 'bench-photo');

  await signIn(page, worker('NQ4101'));
  await page.getByRole('article').waitFor();
  await look(page, 'desk');
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await page.getByRole('dialog').waitFor();
  await look(page, 'desk-photos');
  await closeSheet(page);
  // The oldest cases may wait for somebody else: walk on to one that waits for her.
  const decide = page.getByRole('button', { name: /^Decide/ });
  await expect(async () => {
    await page.keyboard.press('j', { delay: 60 });
    await expect(decide).toBeEnabled({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('d', { delay: 60 });
  await page.getByRole('dialog').waitFor();
  await look(page, 'desk-decision');
  await closeSheet(page);
  await page.keyboard.press('2', { delay: 60 });
  await page.getByRole('heading', { name: /Deadlines/ }).waitFor();
  await look(page, 'desk-deadlines');
  await page.keyboard.press('3', { delay: 60 });
  await page.getByText('an inspection report').click();
  await page.getByRole('button', { name: 'Replay the closed cases' }).click();
  await page.getByText(/would be decided otherwise/).waitFor();
  await look(page, 'desk-replay');

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'shortcuts');
  await closeSheet(page);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /This station/ })
    .click();
  await page.getByRole('heading', { name: 'This station' }).waitFor();
  await look(page, 'station');
  await page.evaluate(() => {
    location.hash = '#/refused';
  });
  await page.getByRole('heading', { name: 'Refused by central' }).waitFor();
  await look(page, 'refused');
});

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** One screen in every theme and size: a picture each, nothing serious from axe, nothing sideways. */
async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset['theme'] = wanted;
      }, theme);
      // Half a second less each than a loss-free picture; these are for looking at.
      const file = `${name}-${size.width}-${theme}.jpg`;
      await page.screenshot({ path: path.join(pictures, file), type: 'jpeg', quality: 85 });
      if (size === sizes[0]) await expectAccessible(page, `${name}, ${theme}`, theme === 'light');
    }
  }
  await page.setViewportSize(zoomed);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wider, `${name} scrolls sideways at 200 %`).toBeLessThanOrEqual(0);
  await page.setViewportSize(sizes[0]);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
}

type Found = {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: { html: string }[];
};

/** Every rule once; in the other themes only what colours can break. */
async function expectAccessible(page: Page, what: string, allRules: boolean): Promise<void> {
  await bringAxe(page);
  const violations = await page.evaluate(
    async ({ excluded, only }) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const options = { resultTypes: ['violations'], ...(only && { runOnly: only }) };
      return (await axe.run({ exclude: [excluded] }, options)).violations;
    },
    // What the component library has said aloud of a button that is gone lingers for some seconds.
    { excluded: '[data-live-announcer]', only: allRules ? null : ['color-contrast'] },
  );
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  expect.soft(serious, what).toEqual([]);
}

type Axe = {
  readonly run: (context: unknown, options: unknown) => Promise<{ violations: readonly Found[] }>;
};

/** Past the page's own policy, once: bringing it takes as long as a run of every rule. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  // The other mode opens a page of its own, which a desktop application does not have.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
}
