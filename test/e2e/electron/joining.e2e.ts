import { expect, test } from '@playwright/test';
import { putDocument } from '../../../central/documents/documentRows.ts';
import { badgeCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import { PersonId } from '../../../shared/ids.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import { receive } from '../driver/dock.ts';
import { lookOnce } from '../driver/look.ts';
import { signIn } from '../driver/signIn.ts';
import { scan, typeKeys } from '../scan.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('joining');

const { expected, worker } = demoToday();
const nina = {
  person: {
    ...worker('NQ4107').person,
    id: PersonId.parse('person-nina'),
    name: 'Nina Holt',
    badge: 'NQ4199',
  },
  pin: '730155',
};

test('somebody’s first time at a station: a slip, a PIN of their own, and their work counts', {
  tag: '@release',
}, async () => {
  const { page, line, central } = opened();
  const [parcel] = expected;
  if (!parcel) throw new Error('The demo announces nothing to receive');
  await central.whileStopped((database) =>
    database.write((rows) => putDocument(rows, { collection: 'people', body: nina.person })),
  );
  const asked = await fetch(`${central.url}/central/admin/people/${nina.person.id}/joining-slips`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${central.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ by: 'Ada' }),
  });
  const { slip, barcode } = centralApi.joiningSlip.response.parse(await asked.json());
  const slipField = page.getByRole('textbox', { name: 'Slip from the office' });
  const pad = page.getByRole('group', { name: 'Number pad' });
  const type = (digits: string) => typeKeys(page, `${digits}\r`);

  await test.step('her badge is known after the next contact, and asks for a slip', async () => {
    await expect(async () => {
      await scan(page, badgeCodeOf(nina.person.badge));
      await expect(slipField).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 90_000 });
    await expect(page.getByText('You have not worked at this station yet.')).toBeVisible();
    await lookOnce(page, 'joining-slip');
  });

  await test.step('a wrong slip is refused, and asked for again', async () => {
    await slipField.fill('AAA-BBB-CCC-DDD');
    await page.keyboard.press('Enter', { delay: 60 });
    await type(nina.pin);
    await type(nina.pin);
    await expect(page.getByText('This slip is not known for this badge.')).toBeVisible();
  });

  await test.step('without central it says so, and the slip is not used up', async () => {
    await line.cut();
    await scan(page, barcode);
    await expect(pad).toBeVisible();
    await lookOnce(page, 'joining-pin');
    await type(nina.pin);
    await expect(page.getByText('The same PIN once more')).toBeVisible();
    await type(nina.pin);
    await expect(page.getByRole('alert')).toContainText('Joining a station needs central');
    await line.mend();
  });

  await test.step('she is in, and what she records counts', async () => {
    await type(nina.pin);
    await expect(page.getByText('The same PIN once more')).toBeVisible();
    await type(nina.pin);
    await expect(page.getByRole('banner').getByText(nina.person.name)).toBeVisible();
    await receive(page, parcel);
    await expectEverythingSent(page);
    await expect(page.getByRole('banner').getByText(/refused by central/)).toBeHidden();
    expect(slip).not.toBe('');
  });

  await test.step('from now on the badge and her PIN are enough, with the network off too', async () => {
    await line.cut();
    await signIn(page, worker('NQ4101'));
    await signIn(page, nina);
  });
});
