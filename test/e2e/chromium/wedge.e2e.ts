import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { handKeys } from '../../builders/station/burstOutcome.ts';
import { keysOfScan, type TimedKey, type Wedge } from '../../builders/station/wedge.ts';

/** The page with one of every control and the scanner armed, as one script. */
async function bundled(): Promise<string> {
  // A development server started before in this process would have left its own mode here, and with
  // it React's development JSX, which the production React below has not.
  process.env['NODE_ENV'] = 'production';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: {
        entry: path.join(import.meta.dirname, 'wedgePage.tsx'),
        formats: ['iife'],
        name: 'wedge',
      },
    },
  });
  const [made] = Array.isArray(result) ? result : [result];
  if (made === undefined || !('output' in made)) throw new Error('The page was not built');
  return made.output[0].code;
}

let script = '';
let hand: Hand;

test.beforeAll(async () => {
  script = await bundled();
});

test.beforeEach(async ({ page }) => {
  hand = await handAt(page);
});

const lines = (page: Page, list: 'happened' | 'scans') =>
  page.locator(`#${list} > li`).allTextContents();

const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Tab: 9,
  Escape: 27,
  Backspace: 8,
  Delete: 46,
  Space: 32,
};

type Hand = {
  /** One key, at its own time after `start`. */
  readonly send: (key: TimedKey, start: number) => Promise<void>;
  /**
   * Trusted key events with the scanner's own times, a little ahead, so that all have arrived before
   * the first is due, however busy the machine is.
   */
  readonly begin: (text: string, wedge?: Wedge) => Promise<void>;
  /** Past the scan's own time and every wait after it: what was to be pressed is pressed by now. */
  readonly scan: (text: string, wedge?: Wedge) => Promise<void>;
};

/** Opens the controls in this page; the hand holds its scanner and presses its keys. */
async function handAt(page: Page): Promise<Hand> {
  await page.setContent('<div id="root"></div><ol id="happened"></ol><ol id="scans"></ol>');
  await page.addScriptTag({ content: script });
  await expect(page.locator('#native')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  let freeAt = 0;

  async function send(key: TimedKey, start: number) {
    const text = key.key === 'Enter' ? '\r' : key.key.length === 1 && !key.control ? key.key : '';
    await session.send('Input.dispatchKeyEvent', {
      type: key.type === 'up' ? 'keyUp' : text === '' ? 'rawKeyDown' : 'keyDown',
      timestamp: (start + key.at) / 1000,
      key: key.key,
      code: key.code,
      windowsVirtualKeyCode: keyCodes[key.code] ?? key.key.toUpperCase().charCodeAt(0),
      modifiers: (key.alt ? 1 : 0) + (key.control ? 2 : 0) + (key.shift ? 8 : 0),
      ...(text === '' || key.type === 'up' ? {} : { text }),
    });
  }
  async function begin(text: string, wedge: Wedge = {}) {
    const start = Math.max(Date.now() + 150, freeAt);
    const keys = keysOfScan(text, wedge);
    freeAt = start + (keys.at(-1)?.at ?? 0) + 100;
    await Promise.all(keys.map((key) => send(key, start)));
  }
  return {
    send,
    begin,
    async scan(text, wedge) {
      await begin(text, wedge);
      const left = Math.max(0, freeAt + 300 - Date.now());
      await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), left);
    },
  };
}

const finger = { delay: 70 };
const controls =
  '#native #aria #link #box #summary [role=tab] [role=option] #opens #submit #field #number #area';
const controlCharacters = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code));

test.describe('a scan', () => {
  test('does nothing to whatever has the focus', async ({ context }) => {
    await scanAtEach(context, (i) => (code) => code % 12 === i || code === 13);
  });

  test('does nothing to whatever has the focus, with any control character in any place', {
    tag: '@release',
  }, async ({ context }) => {
    await scanAtEach(context, (i, isPlain) => (code) => isPlain || code % 4 === i % 4);
  });

  // Each control in a page of its own, all at once: a scanner's time is mostly waited for.
  async function scanAtEach(
    context: BrowserContext,
    charactersOf: (control: number, isPlain: boolean) => (code: number) => boolean,
  ): Promise<void> {
    await Promise.all(
      controls.split(' ').map(async (control, i) => {
        const page = await context.newPage();
        const { begin, scan } = await handAt(page);
        await page.locator(control).first().focus();
        const isChosen = charactersOf(i, ['#native', '#aria'].includes(control));
        const chosen = controlCharacters.filter((_, code) => isChosen(code));
        for (const char of chosen)
          await begin(`${char}PAR ${char}CEL${char}`, { gapMs: char === '\r' ? 25 : 6 });
        await scan('PARCEL 42');
        expect(await lines(page, 'happened'), control).toEqual([]);
        expect((await lines(page, 'scans')).at(-1), control).toBe('PARCEL 42');
        await expect(page.locator(control).first()).toBeFocused();
        expect(await page.locator('#field').inputValue(), control).toBe('wet');
        expect(await page.locator('#number').inputValue(), control).toBe('3');
        expect(await page.locator('#area').inputValue(), control).toBe('seal');
      }),
    );
  }

  test('leaves text and caret of a field as they were, quick or slow', async ({ page }) => {
    const field = page.locator('#field');
    await field.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.setSelectionRange(1, 2);
    });
    await hand.scan('(01)09521101530001(10)a-B/c');
    await hand.scan('PARCEL42', { gapMs: 50 });
    expect(await lines(page, 'scans')).toEqual(['(01)09521101530001(10)a-B/c', 'PARCEL42']);
    const caret = await field.evaluate((input: HTMLInputElement) => [
      input.value,
      input.selectionStart,
      input.selectionEnd,
    ]);
    expect(caret).toEqual(['wet', 1, 2]);
  });

  test('uneven and with a finger’s presses is asked about in a field, and read elsewhere', async ({
    page,
  }) => {
    const unevenly = { gaps: [80, 132, 95, 148, 76, 120], dwellMs: 55, from: 200 };
    const uneven = async () => {
      const start = Date.now();
      await Promise.all(handKeys('4006381333931\r', unevenly).map((key) => hand.send(key, start)));
    };
    await page.locator('#area').focus();
    await page.keyboard.press('End', finger);
    await uneven();
    await expect.poll(() => lines(page, 'scans')).toEqual(['asked: 4006381333931']);
    await expect(page.locator('#area')).toHaveValue('seal4006381333931\n');
    await page.locator('#native').focus();
    await uneven();
    await expect.poll(async () => (await lines(page, 'scans')).at(-1)).toBe('4006381333931');
    expect(await lines(page, 'happened')).toEqual([]);
  });

  test('reaches no shortcut', async ({ page }) => {
    for (const text of ['djk?', 'kkkkkk', '?jd', 'd', 'dj']) await hand.scan(text);
    expect(await lines(page, 'happened')).toEqual([]);
  });
});

test.describe('a person', () => {
  const presses = [
    ['#native', 'Enter', 'native'],
    ['#native', 'Space', 'native'],
    ['#aria', 'Enter', 'aria'],
    ['#aria', 'Space', 'aria'],
    ['#link', 'Enter', 'link'],
    ['#box', 'Space', 'box'],
    ['#summary', 'Enter', 'details'],
    ['#summary', 'Space', 'details'],
    ['[role=option]', 'Enter', 'list'],
    ['#submit', 'Enter', 'submitted'],
    ['#submit', 'Space', 'submitted'],
    ['#field', 'Enter', 'submitted'],
    ['#opens', 'Enter', 'opened'],
  ] as const;
  for (const delay of [70, 0])
    test(`holding a key ${delay} ms presses what has the focus, once`, async ({ page }) => {
      const happened: string[] = [];
      for (const [control, key, what] of presses) {
        await page.locator(control).first().focus();
        await page.keyboard.press(key, { delay });
        happened.push(what);
        await expect
          .poll(() => lines(page, 'happened'), { intervals: [10, 20, 40, 80] })
          .toEqual(happened);
      }
    });

  test('types, erases, selects and undoes in a field', async ({ page }) => {
    await page.locator('#field').focus();
    await page.keyboard.press('End', finger);
    await page.keyboard.type(' and Torn?', { delay: 83 });
    await expect(page.locator('#field')).toHaveValue('wet and Torn?');
    await page.keyboard.press('Backspace', finger);
    await page.keyboard.press('Control+Z', finger);
    await expect(page.locator('#field')).not.toHaveValue('wet and Torn');
    await page.keyboard.press('Control+A', finger);
    await page.keyboard.type('dry', { delay: 83 });
    await expect(page.locator('#field')).toHaveValue('dry');
    expect(await lines(page, 'scans')).toEqual([]);
  });

  test('rolling the fingers in a field loses no letter', async ({ page }) => {
    await page.locator('#area').focus();
    await page.keyboard.press('End', finger);
    const start = Date.now();
    const roll = keysOfScan('asdfgh', { suffix: 'none', gapMs: 20 });
    await Promise.all(roll.map((key) => hand.send(key, start)));
    await expect(page.locator('#area')).toHaveValue('sealasdfgh');
    await page.keyboard.press('Enter', finger);
    await page.keyboard.type('x', finger);
    await expect(page.locator('#area')).toHaveValue('sealasdfgh\nx');
  });

  test('writes into an editable text', async ({ page }) => {
    await page.locator('#editable').click();
    await page.keyboard.press('End', finger);
    await page.keyboard.type('s 2', { delay: 83 });
    await expect(page.locator('#editable')).toHaveText('notes 2');
    await page.keyboard.press('Backspace', finger);
    await expect(page.locator('#editable')).toHaveText('notes');
  });

  test('moves the focus with Tab, forth and back, and out of a tab list', async ({ page }) => {
    await page.locator('#native').focus();
    await page.keyboard.press('Tab', finger);
    await expect(page.locator('#aria')).toBeFocused();
    await page.keyboard.press('Tab', finger);
    await expect(page.locator('#link')).toBeFocused();
    await page.keyboard.press('Shift+Tab', finger);
    await expect(page.locator('#aria')).toBeFocused();
    await page.locator('[role=tab]').first().focus();
    await page.keyboard.press('ArrowRight', finger);
    await expect.poll(() => lines(page, 'happened')).toEqual(['tab']);
  });

  test('closes with Escape what is open, and uses shortcuts', async ({ page }) => {
    await page.keyboard.press('j', finger);
    await expect.poll(() => lines(page, 'happened')).toEqual(['shortcut j']);
    await page.locator('#opens').focus();
    await page.keyboard.press('Enter', finger);
    await expect(page.locator('#inside')).toBeVisible();
    await page.keyboard.press('Escape', finger);
    await expect(page.locator('#inside')).toBeHidden();
    await expect(page.locator('#opens')).toBeFocused();
  });

  test('scrolls the page with Space', async ({ page }) => {
    await page.keyboard.press('Space', finger);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  });
});
