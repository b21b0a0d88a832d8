import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { firstStep } from '../../../build/run/emptyCompany.mjs';
import { startCentral } from '../../../build/run/runningCentral.mjs';
import { stationEnvironment } from '../../../build/run/runningStation.mjs';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { lookOnce } from '../driver/look.ts';
import { openStation } from '../electronStation.ts';

test('npm start -- --empty: nobody is there, the station waits for its code @release', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-empty-'));
  const central = await startCentral({ folder, isEmpty: true });
  try {
    const token = path.join(folder, 'central/admin-token');
    expect(await firstStep({ url: central.url, folder })).toContain(`${central.url}/office/`);
    const { path: people, response } = centralApi.everybody;
    const answer = await fetch(`${central.url}${people}`, {
      headers: { authorization: `Bearer ${readFileSync(token, 'utf8').trim()}` },
    });
    expect(response.parse(await answer.json()).people).toEqual([]);

    const station = await openStation({
      folder,
      centralUrl: central.url,
      env: stationEnvironment(central, false),
    });
    const { page } = station;
    await expect(page.getByRole('button', { name: 'Enrol', exact: true })).toBeVisible();
    await expect(page.getByLabel('Address of central')).toHaveValue(central.url);
    await lookOnce(page, 'empty-enrolment');
    await station.close();
  } finally {
    await central.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
