/** At the desk: a filter over all of its queue, and all of it again. */
import { queue } from '../../../../renderer/wording/en/queue.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { OpenedStation } from '../station.ts';
import { seenAfter, sinceKey } from '../watch.ts';

/** By words of the row, by what depends on the clock. */
const filters = [queue['queue.filter.client'], queue['queue.filter.due']];

export async function filtering({ page, keys }: OpenedStation): Promise<Figures> {
  const title = page.locator('h1').first();
  const left: number[] = [];
  const back: number[] = [];
  for (const name of filters) {
    const all = (await title.textContent()) ?? '';
    await page.getByRole('button', { name: queue['queue.filter'], exact: true }).click();
    const dialog = page.getByRole('dialog', { name: queue['queue.filter'] });
    await dialog.getByRole('button', { name: new RegExp(name) }).click();
    // The second keeps some and not all.
    const choice = page.getByRole('option').nth(2);
    let pressed = 0;
    const fewer = await seenAfter(page, { fewer: { selector: 'h1', not: all } }, async () => {
      pressed = await keys.click(choice);
    });
    left.push(sinceKey(fewer.fewer, pressed));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const drop = page.getByRole('button', {
      name: queue['queue.filter.drop'].replace('{name}', ''),
    });
    const again = { again: { selector: 'h1', text: all, isWhole: true } };
    const times = await seenAfter(page, again, async () => {
      pressed = await keys.click(drop);
    });
    back.push(sinceKey(times.again, pressed));
    await delay(300);
  }
  return { 'filter of the queue → what it leaves': left, 'without it → all of the queue': back };
}
