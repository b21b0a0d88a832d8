import { expect, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { expectEverythingSent } from '../driver/bar.ts';
import { lookWhole } from '../driver/look.ts';
import { goTo, signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('workList');
const { worker } = demoToday();
const [raman, zielinski] = [worker('NQ4118'), worker('NQ4125')];

test('a case is taken and handed over by keys, and central hears of it', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  await signIn(page, raman);
  await goTo(page, 'Bench');
  const group = (name: string) => page.getByRole('grid', { name });
  const free = group('For anybody').getByRole('row');
  await free.first().waitFor();
  await page.setViewportSize({ width: 1366, height: 768 });
  const mine = await group('On my bench').getByRole('row').count();
  await free.first().focus();
  for (const more of [1, 2]) {
    await page.keyboard.press('t');
    await expect(group('On my bench').getByRole('row')).toHaveCount(mine + more);
  }
  const height = await free.first().evaluate((row) => row.clientHeight);
  expect(height, 'fifteen rows fit at 1366 × 768').toBeLessThanOrEqual(36);
  await lookWhole(page, 'work-list');
  await group('On my bench').getByRole('row').first().focus();
  await page.keyboard.press('g');
  await page.getByRole('dialog').waitFor();
  await lookWhole(page, 'work-list-hand-over');
  await page.getByLabel('To whom').fill(zielinski.person.name.slice(0, 3));
  await page.keyboard.press('Enter');
  const others = group('With colleagues').getByRole('row');
  await expect(others.filter({ hasText: zielinski.person.name }).first()).toBeVisible();
  await lookWhole(page, 'work-list-handed-over');
  await others.filter({ hasText: zielinski.person.name }).first().press('Enter');
  await page.getByText(`${zielinski.person.name} has this case`).waitFor();
  await lookWhole(page, 'work-list-two');
  await expectEverythingSent(page);
});
