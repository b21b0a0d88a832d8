/** Every room of central's page in the other three languages, at 1366 pixels and at 200 %, by axe and by eye. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { keepUpWithClocks } from '../../../central/cases/sweeps/keepClocks.ts';
import { silent } from '../../../central/log.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { looksRight } from './officeLooks.ts';
import { signInFirst } from './officeSignIn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let central: CentralInMemory;
let bringIn: Awaited<ReturnType<typeof signInFirst>>;

test.beforeAll(async () => {
  central = await startCentral({ demo: '2026-11-23', page: path.join(root, 'dist/office') });
  await keepUpWithClocks({ ...central, now: () => new Date(), log: silent }, () => true);
  bringIn = await signInFirst(central);
});
test.afterAll(() => central.close());

/** Where something stands open beside a list: the first of it. */
const rooms = [
  { room: 'set-up', opens: false },
  { room: 'today', opens: false },
  { room: 'records/clients', opens: true },
  { room: 'records/contracts/new', opens: false },
  { room: 'imports', opens: false },
  { room: 'refunds', opens: true },
  { room: 'policy', opens: true },
  { room: 'people', opens: true },
  { room: 'people/+', opens: false },
  { room: 'stations', opens: false },
  { room: 'stations/+', opens: false },
  { room: 'connections/+', opens: false },
  { room: 'audit', opens: false },
] as const;

for (const language of ['de', 'es', 'zh'] as const)
  test(`every room in ${language}, also at 200 %`, { tag: '@release' }, async ({ page }) => {
    test.setTimeout(240_000);
    await bringIn(page);
    await page.addInitScript(
      (kept) => localStorage.setItem('quayside.office', kept),
      JSON.stringify({ language, theme: 'light' }),
    );
    await page.goto(`${central.url}/office/`);
    for (const { room, opens } of rooms) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${central.url}/office/#/${room}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      if (opens) {
        await page.getByRole('row').first().click();
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      }
      const name = `${language}-${room.replaceAll('/', '-').replace('+', 'new')}`;
      await looksRight(page, name);
      await page.setViewportSize({ width: 683, height: 384 });
      await looksRight(page, `${name}-200`);
    }
  });
