import { expect, type Page, test } from '@playwright/test';
import { lookWhole } from '../driver/look.ts';
import type { JoiningScreen } from '../driver/signIn.ts';
import { seedStation } from '../seededCentral.ts';

test.setTimeout(360_000);

// First of all: most drives begin at a copy of it, and those that do not are driven meanwhile.
test('the demo company moves in, and a station joins it with everybody, each screen of it accessible and whole', async () => {
  const seen: JoiningScreen[] = [];
  await seedStation(async (page, screen) => {
    seen.push(screen);
    await lookWhole(page, screen);
    if (screen === 'enrolment') await expectButtonInSight(page);
  });
  expect(seen).toEqual(['enrolment', 'enrolment-compare', 'enrolment-dock']);
});

/** At the size of most stations and at the smallest, each less the frame of its window. */
async function expectButtonInSight(page: Page): Promise<void> {
  for (const size of [
    { width: 1366, height: 740 },
    { width: 1024, height: 672 },
  ]) {
    await page.setViewportSize(size);
    const onward = page.getByRole('button', { name: 'Enrol', exact: true });
    await expect(onward).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}
