import { expect, type Page, test } from '@playwright/test';
import { plantedBlock } from '../../bench/app/measure/floor.ts';
import { scrolling } from '../../bench/app/measure/scrolling.ts';
import { decisiveIn } from '../../bench/app/measure/searching.ts';
import { bandSays } from '../../bench/app/sights.ts';
import { instrumented } from '../../bench/app/station.ts';
import { blocksSince, seenAfter, sinceKey, typedSince, watch } from '../../bench/app/watch.ts';

const ready = bandSays('Ready');
const blank = async () => undefined;

async function show(page: Page, body: string): Promise<void> {
  await page.setContent(`<!doctype html><body>${body}</body>`);
  await watch(page);
}

test.describe('No measure of `npm run bench:app` says that something was quick which did not happen', {
  tag: '@release',
}, () => {
  test('what stands there before the key is no answer to it', async ({ page }) => {
    await show(page, '<section><p role="status">Ready</p></section>');
    let acts = 0;
    const act = async () => {
      acts += 1;
    };
    await expect(seenAfter(page, { ready }, act)).rejects.toThrow(
      'before anything was done: ready',
    );
    expect(acts, 'nothing is pressed any more').toBe(0);
  });

  test('what stands there counts once it is drawn anew, where that is asked for', async ({
    page,
  }) => {
    await show(page, '<section><p role="status">Ready</p></section>');
    let at = 0;
    const times = await seenAfter(
      page,
      { ready },
      async () => {
        at = Date.now();
        await page.evaluate(() => {
          const band = document.querySelector('p');
          if (band) band.textContent = 'Wait';
          setTimeout(() => {
            if (band) band.textContent = 'Ready';
          }, 150);
        });
      },
      { freshOnly: true },
    );
    expect(sinceKey(times.ready, at)).toBeGreaterThan(140);
  });

  test('what is drawn in a place that is hidden is not seen', async ({ page }) => {
    await show(page, '<section style="display: none"><p role="status">Ready</p></section>');
    await expect(seenAfter(page, { ready }, blank, { patienceMs: 300 })).rejects.toThrow('ready');
  });

  test('what was seen before the key was pressed is no time', () => {
    expect(sinceKey(1_010, 1_000)).toBe(10);
    expect(() => sinceKey(1_000, 1_000)).toThrow('before its key');
  });

  test('a page nobody watches has no quick thread', async ({ page }) => {
    await page.setContent('<p>Anew</p>');
    await expect(blocksSince(page, 0)).rejects.toThrow('nobody watches this page');
  });

  test('a block of the thread is seen', async ({ page }) => {
    await show(page, '<p>At work</p>');
    expect(await plantedBlock(page)).toBeGreaterThanOrEqual(95);
  });

  test('keys that write nothing are not painted in no time', async ({ page }) => {
    await show(page, '<textarea></textarea>');
    await page.locator('textarea').focus();
    await page.keyboard.type('ab');
    expect(await typedSince(page, 2)).toHaveLength(2);
    await page.locator('textarea').blur();
    await page.keyboard.type('ab');
    await expect(typedSince(page, 2)).rejects.toThrow('2 keys were pressed and 0');
  });

  test('a list that stands still drops no frame and is no measure', async ({ page }) => {
    const list = (px: number) => `<main style="height: ${px}px">A list</main>`;
    const station = async (px: number) => {
      await page.setContent(`<!doctype html><body>${list(px)}</body>`);
      const opened = await instrumented(page);
      const none = async () => null;
      const closed = { startedAt: 0, mainMemory: none, memory: none, close: blank };
      return { ...opened, ...closed };
    };
    await expect(scrolling(await station(400), 'a short one')).rejects.toThrow('by 0 px only');
    const figures = await scrolling(await station(60_000), 'a long one');
    expect(Object.values(figures).flat()).toHaveLength(1);
  });

  test('what lies below the window is pressed too', async ({ page }) => {
    await page.setContent('<div style="height: 3000px"></div><button>Far</button><p></p>');
    await page.evaluate(() => {
      const [button, said] = [document.querySelector('button'), document.querySelector('p')];
      button?.addEventListener('click', (event) => said?.append(String(event.isTrusted)));
    });
    const { keys } = await instrumented(page);
    const pressed = { pressed: { selector: 'p', text: 'true' } };
    let at = 0;
    const seen = await seenAfter(page, pressed, async () => {
      at = await keys.click(page.getByRole('button'));
    });
    expect(sinceKey(seen.pressed, at)).toBeGreaterThan(0);
  });

  test('the search is measured by the letter that still changes something', () => {
    const numbers = ['RMA-26-0064175', 'RMA-26-0064239', 'RMA-26-0064298'];
    expect(decisiveIn('RMA-26-0064298', numbers)).toEqual({
      shared: 'RMA-26-00642',
      next: ['3', '9'],
    });
    expect(() => decisiveIn('A', numbers)).toThrow('no other number');
  });
});
