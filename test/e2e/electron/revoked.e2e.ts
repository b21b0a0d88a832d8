import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { centralOnLine } from '../centralOnLine.ts';
import { demoToday } from '../demoReturns.ts';
import { expectUnsent } from '../driver/bar.ts';
import { photographParcel, receive } from '../driver/dock.ts';
import { lookOnce } from '../driver/look.ts';
import { expectJoined, signIn } from '../driver/signIn.ts';
import { openStation } from '../electronStation.ts';

const site = centralOnLine('revoked');

/** Files below the profile in which the text stands, as a database or a journal writes it. */
function filesWith(text: string): readonly string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const entries = readdirSync(site().folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => {
    const file = path.join(site().folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return forms.some((form) => bytes.includes(form));
  });
}

test('a revoked station hands in its unsent work and leaves nothing on its computer', async () => {
  const { expected, worker } = demoToday();
  const [parcel] = expected;
  const rma = parcel?.case.rma ?? '';
  if (!parcel || rma === '') throw new Error('The demo announces nothing');
  const open = () => openStation({ folder: site().folder, centralUrl: site().line.url });
  const { page, app } = await open();
  await expectJoined(page);
  await signIn(page, worker('NQ4107'));
  await expect(page.getByRole('main')).toContainText(rma);
  const { stationId } = await page.evaluate(async () => {
    const state = await window.quayside?.stationState({});
    return { stationId: state?.enrolment?.stationId ?? '' };
  });
  await site().line.cut();
  await receive(page, parcel);
  await photographParcel(page);
  await expectUnsent(page, 2);
  expect(filesWith(rma)).not.toEqual([]);

  const asAdmin = { authorization: `Bearer ${site().central.adminToken}` };
  const revoke = centralApi.revokeStation.path.replace(':id', stationId);
  const revoked = await fetch(`${site().central.url}${revoke}`, {
    method: 'POST',
    headers: asAdmin,
  });
  expect(revoked.status).toBe(200);
  const gone = app.waitForEvent('close', { timeout: 90_000 });
  await site().line.mend();
  await gone;

  const again = await open();
  await expect(again.page.getByText(/has been deleted/)).toBeVisible();
  await lookOnce(again.page, 'wiped');
  expect(filesWith(rma)).toEqual([]);
  expect(filesWith(parcel.case.id)).toEqual([]);
  await again.close();

  const metrics = await (
    await fetch(`${site().central.url}/central/metrics`, { headers: asAdmin })
  ).text();
  expect(metrics).toMatch(/quayside_commands_total\{result="applied"\} 2/);
});
