import { expect, type Page, test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { deciding } from '../driver/desk.ts';
import { receive } from '../driver/dock.ts';
import { lookWhole } from '../driver/look.ts';
import { coversCamera } from '../driver/lookedAt.ts';
import { goTo, signIn } from '../driver/signIn.ts';
import { scan } from '../scan.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

// The screens of joining are looked at in `joined`.
const opened = joinedStationOnLine('screens');

// Recording every step of this walk costs more than the walk.
test.use({ trace: 'off' });
test.setTimeout(360_000);

test('every screen is accessible and whole, in every theme and size', async () => {
  const { page } = opened();
  const { expected, worker } = demoToday();
  const [parcel, other] = expected;
  if (!parcel || !other) throw new Error('The demo announces too little');

  await page.getByRole('button', { name: /PIN/ }).first().waitFor();
  await lookWhole(page, 'sign-in');

  await signIn(page, worker('NQ4107'));
  await expect(page.getByRole('main')).toContainText(parcel.case.rma ?? '', { timeout: 60_000 });
  await lookWhole(page, 'dock');
  await scan(page, 'QS-NOT-HERE-123');
  await page.getByText('Not expected today').waitFor();
  await lookWhole(page, 'dock-unexpected');
  await receive(page, parcel);
  await scan(page, `]C101${parcel.order.article.gtin}`);
  await scan(page, `]C101${other.order.article.gtin}`);
  await page.getByText('Counted, set apart').waitFor();
  await lookWhole(page, 'dock-counted');
  await scan(page, ']C10109521187999999');
  await page.getByText('Cannot read this').waitFor();
  await lookWhole(page, 'dock-error');
  await page.getByRole('button', { name: 'Type a number' }).click();
  await page.getByRole('dialog').waitFor();
  await lookWhole(page, 'dock-type');
  await closeSheet(page);

  await signIn(page, worker('NQ4118'));
  await goTo(page, 'Bench');
  await page.getByRole('row').first().waitFor();
  expect(await cutWords(page), 'deadlines of the list').toEqual([]);
  await lookWhole(page, 'bench');
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await cutNames(page), 'whose each case of the list is, at 200 %').toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await scan(page, parcel.tracking);
  await page.getByRole('region', { name: 'The client said' }).waitFor();
  const choose = (answer: string) =>
    page
      .locator('label')
      .filter({ hasText: new RegExp(`^${answer}\\d?$`) })
      .first()
      .click();
  await choose('Function');
  await choose('Improper use');
  await page.getByText('Traces of liquid').click();
  await isWholeInSight(page, 'one finding');
  await lookWhole(page, 'bench-misuse');
  await page.keyboard.press('F7');
  await page.getByText('Photo saved').waitFor();
  expect(await coversCamera(page, 'Photo saved'), 'the answer lies over the camera').toBe(false);
  await lookWhole(page, 'bench-photo');

  await signIn(page, worker('NQ4101'));
  await page.getByRole('row').first().waitFor();
  await lookWhole(page, 'desk-queue');
  await page.keyboard.press('j', { delay: 60 });
  await page.getByRole('article').first().waitFor();
  await lookWhole(page, 'desk');
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await page.getByRole('dialog').waitFor();
  await lookWhole(page, 'desk-photos');
  await closeSheet(page);
  // The oldest cases may wait for somebody else: walk on to one that waits for her.
  const decide = page.getByRole('button', { name: /^Decide/ });
  await expect(async () => {
    await page.keyboard.press('j', { delay: 60 });
    await expect(decide).toBeEnabled({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('d', { delay: 60 });
  await deciding(page).waitFor();
  await lookWhole(page, 'desk-decision');
  await page.keyboard.press('Escape', { delay: 60 });
  await deciding(page).waitFor({ state: 'detached' });
  await page.keyboard.press('2', { delay: 60 });
  await page.getByRole('heading', { name: /Deadlines/ }).waitFor();
  await lookWhole(page, 'desk-deadlines');
  await page.keyboard.press('3', { delay: 60 });
  await page.getByText('an inspection report').click();
  await page.getByRole('button', { name: 'Replay the closed cases' }).click();
  await page.getByText(/would be decided otherwise/).waitFor();
  await lookWhole(page, 'desk-replay');

  await page.keyboard.press('Control+k', { delay: 60 });
  await page.getByRole('combobox').waitFor();
  await lookWhole(page, 'find-acts');
  await page.keyboard.type(parcel.case.rma ?? '', { delay: 40 });
  await page
    .getByRole('option')
    .filter({ hasText: parcel.case.rma ?? '' })
    .first()
    .waitFor();
  await lookWhole(page, 'find');
  await closeSheet(page);
  await page.setViewportSize({ width: 1024, height: 672 });
  await expect(page.getByRole('banner')).toContainText(worker('NQ4101').person.name);
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').waitFor();
  await lookWhole(page, 'shortcuts');
  await closeSheet(page);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /This station/ })
    .click();
  await page.getByRole('heading', { name: 'This station' }).waitFor();
  await lookWhole(page, 'station');
  await page.evaluate(() => {
    location.hash = '#/refused';
  });
  await page.getByRole('heading', { name: 'Refused by central' }).waitFor();
  await lookWhole(page, 'refused');
});

/** Nothing of the form for one finding is scrolled out of sight at the size of most stations. */
async function isWholeInSight(page: Page, what: string): Promise<void> {
  const overflow = await page.locator('form').evaluate((form) => {
    for (let box: Element | null = form; box; box = box.parentElement)
      if (/auto|scroll/.test(getComputedStyle(box).overflowY))
        return box.scrollHeight - box.clientHeight;
    return null;
  });
  expect(overflow, `${what} at 1366 × 768`).toBe(0);
}

/** What a row says of its deadline and shows only in part. */
function cutWords(page: Page): Promise<readonly string[]> {
  return page
    .getByRole('row')
    .locator('[data-tone] > p')
    .evaluateAll((all) =>
      all
        .filter((words) => words.scrollWidth > words.clientWidth)
        .map((words) => words.textContent),
    );
}

/** The client of each row, where it is shown only in part. */
function cutNames(page: Page): Promise<readonly string[]> {
  return page.locator('[data-group] [role="row"]').evaluateAll((rows) =>
    rows
      .flatMap((row) => [...row.querySelectorAll('[dir="auto"]')].slice(0, 1))
      .filter((name) => name.scrollWidth > name.clientWidth)
      .map((name) => name.textContent),
  );
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
