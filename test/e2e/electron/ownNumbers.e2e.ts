import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { documentOf, putDocuments } from '../../../central/documents/documentRows.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { PaperChange } from '../../../shared/facts/paperChange.ts';
import { anEntry, entryId } from '../../builders/cases/anEntry.ts';
import { demoToday } from '../demoReturns.ts';
import { openOnBench } from '../driver/bench.ts';
import { lookWhole } from '../driver/look.ts';
import { enrol, goTo, signIn } from '../driver/signIn.ts';
import { type ElectronStation, openStation } from '../electronStation.ts';
import { type RunningCentral, runCentral } from '../runningCentral.ts';
import { scan } from '../scan.ts';

const { expected, worker } = demoToday();
const [another, parcel] = expected;
/** As long as a number may be. */
const longest = 'RETURN/2026/NEWARK/CONVEYORS/00004711/XY';

const valveSeat = anEntry({
  id: entryId('entry-v1'),
  code: 'V1',
  names: { en: 'Porous seat' },
  productGroups: ['valves'],
});

/** The office announces another quantity than it did when the goods came. */
function changedLater({ lines }: ReturnCase): PaperChange {
  const at = new Date(Date.now() + 60 * 60_000).toISOString();
  return { at, what: 'quantity', lineId: lines[0]?.id ?? null, was: 1 };
}

let central: RunningCentral;
let folder: string;
let station: ElectronStation;

/** The demo company numbers this return and its article itself from today on. */
test.beforeAll(async () => {
  if (!parcel || !another) throw new Error('The demo announces nothing');
  central = await runCentral();
  await central.whileStopped(async (database) => {
    const site = await documentOf(database.rows, 'sites', parcel.case.siteId);
    if (!site) throw new Error('No site');
    const rma = { pattern: 'R-######C', check: 'mod10', prefixes: ['RET:'] };
    const { number, name } = parcel.order.article;
    const { shippedQuantity } = parcel.order;
    await database.write((rows) =>
      putDocuments(rows, [
        { collection: 'sites', body: { ...site, rma } },
        {
          collection: 'cases',
          body: { ...parcel.case, rma: 'R-0047111', changes: [changedLater(parcel.case)] },
        },
        { collection: 'catalogue', body: anEntry({ productGroups: ['pumps'] }) },
        { collection: 'catalogue', body: valveSeat },
        { collection: 'cases', body: { ...another.case, rma: longest } },
        {
          collection: 'orderLines',
          body: {
            ...parcel.order,
            article: {
              number,
              name,
              gtin: null,
              gtins: [{ gtin: '19521101530008', quantity: 2 }],
              productGroup: 'pumps',
            },
            price: { amount: '12.3456', per: 100 },
            invoiced: { net: 1235 * shippedQuantity, tax: 0 },
          },
        },
      ]),
    );
  });
  folder = mkdtempSync(path.join(tmpdir(), 'quayside-own-'));
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

const typed = async (page: Page, text: string) => {
  await page.getByRole('button', { name: 'Type a number' }).click();
  await page.getByRole('textbox', { name: /RMA, tracking number/ }).fill(text);
  await page.getByRole('button', { name: 'Take it as scanned' }).click();
};

test('a return in the company’s own form, of an article without a GTIN, at the dock and the bench', {
  tag: '@release',
}, async () => {
  test.setTimeout(240_000);
  const { page } = station;
  const number = parcel?.order.article.number ?? '';
  await enrol(page);
  await signIn(page, worker('NQ4107'));
  await expect(page.getByRole('heading', { name: /Expected here/ })).toBeVisible();
  await typed(page, 'R-0047118');
  await expect(page.getByText('This RMA number has a typing error.')).toBeVisible();
  await lookWhole(page, 'dock-own-number-typo');
  await scan(page, 'RET:R-0047111');
  await expect(page.getByRole('heading', { name: 'R-0047111' })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: number }).first();
  await scan(page, number);
  await expect(row).toContainText('1');
  await scan(page, ']C10119521101530008');
  await expect(row).toContainText('3');
  await lookWhole(page, 'dock-own-number');
  await scan(page, longest);
  await expect(page.getByRole('heading', { name: longest })).toBeVisible();
  await lookWhole(page, 'dock-longest-number');
  await signIn(page, worker('NQ4118'));
  await goTo(page, 'Bench');
  await openOnBench(page, 'r0047111');
  const said = page.getByRole('region', { name: 'The client said' });
  await expect(said).toContainText(number);
  await expect(said).not.toContainText('GTIN');
  await expect(said).toContainText('Price for 100');
  await expect(page.getByText('The office changed this return after its goods came')).toBeVisible();
  await lookWhole(page, 'bench-without-gtin');
  const sought = page.getByRole('textbox', { name: 'Find by name or code' });
  await sought.fill('porous');
  await expect(page.getByText('Nothing here is called so')).toBeVisible();
  await sought.fill('d17');
  await page.getByText('Pore in the weld').click();
  await expect(page.getByRole('button', { name: 'Pore in the weld · D17. Change' })).toBeVisible();
  await lookWhole(page, 'bench-catalogue');
});
