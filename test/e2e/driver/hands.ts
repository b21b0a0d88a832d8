import { setTimeout as later } from 'node:timers/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { scan, typeKeys } from '../scan.ts';

/** What was done by hand, each kind counted for itself. */
export type Done = {
  readonly keys: number;
  readonly tabs: number;
  readonly scans: number;
  readonly touches: number;
};

const nothing: Done = { keys: 0, tabs: 0, scans: 0, touches: 0 };

/** A person's keyboard, scanner and finger on one page, counting what they do. */
export async function handsAt(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  let done = nothing;
  const count = (what: keyof Done, by: number) => {
    done = { ...done, [what]: done[what] + by };
  };

  /** By their names, as `Enter`, `Alt+P` or `8`: each finger counts, also one that only holds a key. */
  async function press(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      count('keys', name.split('+').length);
      if (name === 'Tab') count('tabs', 1);
      // A scanner is quicker, and a slow one keeps its beat: a hand does neither.
      const isLong = done.keys % 2 === 0;
      await page.keyboard.press(name, { delay: isLong ? 40 : 70 });
      await later(isLong ? 120 : 70);
    }
  }
  return {
    press,
    async type(text: string): Promise<void> {
      count('keys', text.length);
      await typeKeys(page, text);
    },
    /** Tabs to it; how many that took. */
    async tabTo(target: Locator): Promise<number> {
      for (let times = 0; times < 40; times += 1) {
        if (await target.evaluate((one) => one === document.activeElement)) return times;
        await press('Tab');
      }
      throw new Error(`No Tab leads to ${String(target)}`);
    },
    async scan(...labels: readonly string[]): Promise<void> {
      for (const label of labels) {
        count('scans', 1);
        await scan(page, label);
      }
    },
    /** A finger on the glass, where it is seen and nothing lies over it. */
    async touch(...targets: readonly Locator[]): Promise<void> {
      for (const target of targets) {
        count('touches', 1);
        const point = await pointOn(target);
        await session.send('Input.dispatchTouchEvent', {
          type: 'touchStart',
          touchPoints: [point],
        });
        await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      }
    },
    /** On the keyboard the system shows on the glass: it hands over text and presses no key. */
    async write(text: string): Promise<void> {
      count('touches', text.length);
      await page.keyboard.insertText(text);
    },
    /** What was done since this was last asked. */
    since(): Done {
      const all = done;
      done = nothing;
      return all;
    },
  };
}

export type Hands = Awaited<ReturnType<typeof handsAt>>;

async function pointOn(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await target.scrollIntoViewIfNeeded();
  await expect(target).toBeEnabled();
  const point = async () =>
    await target.evaluate(async (one) => {
      const before = one.getBoundingClientRect();
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
      const box = one.getBoundingClientRect();
      // A sheet that comes in carries it along: a finger waits until it stands.
      if (box.x !== before.x || box.y !== before.y) return null;
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const top = document.elementFromPoint(at.x, at.y);
      return top !== null && (one.contains(top) || top.contains(one)) ? at : null;
    });
  await expect.poll(point, { message: `${String(target)} is covered` }).not.toBeNull();
  const found = await point();
  if (!found) throw new Error(`${String(target)} was there, and is covered`);
  return found;
}
