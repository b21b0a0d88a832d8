/** Connections on central's page: a key is made and shown once, changed over, looked after by its calls, and ended. */
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { appear, looksRight } from './officeLooks.ts';
import { signInFirst } from './officeSignIn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let central: CentralInMemory;
let bringIn: Awaited<ReturnType<typeof signInFirst>>;

test.beforeAll(async () => {
  central = await startCentral({ demo: '2026-11-23', page: path.join(root, 'dist/office') });
  bringIn = await signInFirst(central);
});

/** One that asked something: a theme is looked at without the ones before it. */
async function aConnection(id: string): Promise<void> {
  const { path: address, response } = centralApi.makeConnection;
  const answer = await fetch(`${central.url}${address}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${central.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      id,
      name: 'Enterprise resource planning of the whole group, northern branch',
      scopes: ['records', 'people', 'policy', 'read'],
      siteIds: null,
      reason: 'Looked at',
    }),
  });
  const { key } = response.parse(await answer.json());
  await asked(key, 'GET', 'order-lines?limit=1');
  await asked(key, 'PUT', 'articles/erp:KP-40%2F160', { number: 'KP-40/160' });
}
test.afterAll(() => central.close());

const asked = (key: string, method: string, address: string, body?: object) =>
  fetch(`${central.url}/office/v1/${address}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

async function shownKey(page: Page): Promise<string> {
  return page.getByText(/^qa_[\w-]{43}$/).innerText();
}

async function make(page: Page, name: string, id: string): Promise<void> {
  await page.getByRole('button', { name: 'New connection' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('textbox', { name: 'Short name' }).fill(id);
}

test('the ERP gets a key, its calls are seen, and it changes over to a second one', {
  tag: '@release',
}, async ({ page }) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/connections`);
  await expect(page.getByText('No connection yet')).toBeVisible();
  await looksRight(page, 'connections-empty-light');
  await make(page, 'SAP S/4', 'Sap!');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Needed')).toBeVisible();
  await looksRight(page, 'connection-new-light');
  await page.getByRole('textbox', { name: 'Short name' }).fill('sap');
  await page.getByRole('textbox', { name: 'Why' }).fill('Orders come from it every night');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByRole('heading', { name: 'SAP S/4' })).toBeVisible();
  const key = await shownKey(page);
  expect((await asked(key, 'GET', 'clients')).status).toBe(200);
  expect((await asked(key, 'PUT', 'clients/sap:1', { name: 'Kessler' })).status).toBe(400);
  expect((await asked(key, 'GET', 'people')).status).toBe(403);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('GET /office/v1/people')).toBeVisible();
  await looksRight(page, 'connection-light');
  await page.getByText('Refused', { exact: true }).click();
  await expect(page.getByText('GET /office/v1/clients')).toBeHidden();
  await expect(page.getByText('PUT /office/v1/clients/sap:1')).toBeVisible();

  await page.getByRole('button', { name: 'Second key' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Once a year');
  await looksRight(page, 'connection-second-light');
  await page.getByRole('dialog').getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('2 of 2')).toBeVisible();
  const second = await shownKey(page);
  expect((await asked(second, 'GET', 'clients')).status).toBe(200);
  expect((await asked(key, 'GET', 'clients')).status).toBe(200);
  await page
    .getByRole('button', { name: /^End it/ })
    .last()
    .click();
  await page.getByRole('textbox', { name: 'Why' }).fill('The second is in use');
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('1 of 2')).toBeVisible();
  const statuses = [await asked(key, 'GET', 'clients'), await asked(second, 'GET', 'clients')];
  expect(statuses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
  // Gone with the page it was shown on.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'SAP S/4' })).toBeVisible();
  await expect(page.getByText(/^qa_/)).toBeHidden();
});

test('a connection of one site may what a site needs, and is retired', { tag: '@release' }, async ({
  page,
}) => {
  await bringIn(page);
  await page.goto(`${central.url}/office/#/connections`);
  await make(page, 'Warehouse system Felixstowe', 'wms-felixstowe');
  await page.getByText('Some sites').click();
  await expect(page.getByText('Refunds', { exact: true })).toHaveCount(1);
  await page.getByText('Felixstowe Returns Centre').click();
  await page.getByRole('textbox', { name: 'Why' }).fill('It books what arrives');
  await looksRight(page, 'connection-site-light');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByRole('heading', { name: 'Warehouse system Felixstowe' })).toBeVisible();
  const key = await shownKey(page);
  expect((await asked(key, 'PUT', 'clients/wms:1', { name: 'x' })).status).toBe(403);
  await page.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Replaced');
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await expect(page.getByText('Retired', { exact: true })).toBeVisible();
  expect((await asked(key, 'GET', 'returns')).status).toBe(403);
});

for (const theme of ['Dark', 'High contrast'] as const)
  test(`connections in ${theme}, on a large screen and at 200 %`, {
    tag: '@release',
  }, async ({ page }) => {
    const name = theme === 'Dark' ? 'dark' : 'contrast';
    await bringIn(page);
    await aConnection(`looked-${name}`);
    await page.goto(`${central.url}/office/#/connections/looked-${name}`);
    await appear(page, theme);
    await page.getByRole('heading', { name: /Last calls/ }).waitFor();
    await looksRight(page, `connection-${name}`);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await looksRight(page, `connection-1920-${name}`);
    await page.setViewportSize({ width: 683, height: 384 });
    await looksRight(page, `connection-200-${name}`);
  });
