/** A supervisor at the desk with a keyboard and nothing else; every key pressed is counted. */
import { expect, type Page } from '@playwright/test';
import { typeKeys } from '../scan.ts';
import { deciding } from './desk.ts';

export type DeskByKeys = ReturnType<typeof deskByKeys>;

type Decision = 'Approve' | 'Decline' | 'Send back' | 'Override';

/** More Tabs than the longest panel has places to stand. */
const mostTabs = 40;

export function deskByKeys(page: Page) {
  let pressed = 0;
  const panel = deciding(page);
  const opened = page.getByRole('article').first();

  /** `Control+Enter` is two keys, and one act. */
  async function press(keys: string): Promise<void> {
    pressed += keys.split('+').length;
    await page.keyboard.press(keys, { delay: 60 });
  }
  async function type(text: string): Promise<void> {
    pressed += text.length;
    await typeKeys(page, text);
  }
  /** Goes on with Tab, or back with Shift, until what has the focus is called so. */
  async function tabTo(name: RegExp, direction: 'on' | 'back' = 'on'): Promise<void> {
    const met: string[] = [];
    for (let tab = 0; tab < mostTabs; tab += 1) {
      const words = await wordsOfFocus(page);
      if (name.test(words)) return;
      met.push(words);
      await press(direction === 'on' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`Nothing called ${name} takes the focus, only:\n${met.join('\n')}`);
  }
  /** Moves in a group of choices until this one is made. */
  async function chooseByArrows(name: RegExp): Promise<void> {
    const chosen = () => page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
    for (let step = 0; step < 8; step += 1) {
      const isIt = name.test(await wordsOfFocus(page));
      if (isIt && (await chosen())) return;
      await press(isIt ? 'Space' : 'ArrowRight');
    }
    throw new Error(`No choice is called ${name}`);
  }

  return {
    press,
    type,
    tabTo,
    /** Keys since the last time it was asked. */
    count(): number {
      const keys = pressed;
      pressed = 0;
      return keys;
    },
    /** Of what lies open; null: nothing does. */
    rma: async () => {
      if ((await opened.count()) === 0) return null;
      const words = (await opened.locator('header').first().textContent()) ?? '';
      return /RMA-\d\d-\d{6}[\dX]/.exec(words.replaceAll(/\s/g, ''))?.[0] ?? null;
    },
    async expectOpen(rma: string): Promise<void> {
      await expect(opened.getByText(rma, { exact: true })).toBeVisible();
    },
    /** By its number, wherever it waits. */
    async find(rma: string): Promise<void> {
      await press('Control+k');
      await expect(page.getByRole('combobox')).toBeFocused();
      await type(rma);
      await expect(page.getByRole('option').filter({ hasText: rma }).first()).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('combobox')).toHaveCount(0);
      await expect(opened.getByText(rma, { exact: true })).toBeVisible();
    },
    /** D: the panel beside the evidence, with the focus where the next act is. */
    async begin(): Promise<void> {
      await expect(page.getByRole('button', { name: /^Decide/ })).toBeEnabled();
      await press('d');
      await expect(panel).toBeVisible();
    },
    /** Ctrl and its number, as it stands among those offered: the focus goes where it wants something said. */
    async decideTo(decision: Decision): Promise<void> {
      const offered = panel.getByRole('radiogroup', { name: 'Your decision' }).getByRole('radio');
      const names = await offered.evaluateAll((radios: readonly HTMLInputElement[]) =>
        radios.map((radio) => radio.labels?.[0]?.textContent?.trim() ?? ''),
      );
      const place = names.findIndex((name) => name.startsWith(decision));
      if (place < 0) throw new Error(`${decision} is not among ${names.join(', ')}`);
      await press(`Control+${place + 1}`);
      const chosen = panel.getByRole('radio', { name: new RegExp(`^${decision}`), checked: true });
      await expect(chosen).toHaveCount(1);
    },
    /** The next question is answered so, because; it lies before the PIN, where that has the focus. */
    async answer(question: string, answer: RegExp, because: string): Promise<void> {
      const isPast = (await wordsOfFocus(page)).startsWith('PIN of');
      await tabTo(/^Your answer/, isPast ? 'back' : 'on');
      await expect(panel.locator('section').filter({ has: page.locator(':focus') })).toContainText(
        question,
      );
      await chooseByArrows(answer);
      await tabTo(/^Because/);
      await type(because);
    },
    async say(reason: string): Promise<void> {
      await tabTo(/^Reason/);
      await type(reason);
    },
    /** One of a list that opens: its first letters, as one types them. */
    async pick(list: RegExp, letters: string, direction: 'on' | 'back' = 'back'): Promise<void> {
      await tabTo(list, direction);
      await press('Enter');
      await expect(page.getByRole('listbox')).toBeVisible();
      await type(letters);
      await press('Enter');
      await expect(page.getByRole('listbox')).toBeHidden();
    },
    /** At the PIN nothing is missing any more; it signs, and the panel goes. */
    async sign(pin: string): Promise<void> {
      await tabTo(/^PIN of/);
      await type(pin);
      await press('Control+Enter');
      await expect(panel).toBeHidden();
    },
    /** It signs nothing: the panel stays, says so beside the PIN, and the next one may be typed. */
    async signWrongly(): Promise<void> {
      await tabTo(/^PIN of/);
      await type('000000');
      await press('Control+Enter');
      await expect(panel.getByRole('alert').filter({ hasText: 'PIN' })).toBeVisible();
      expect(await wordsOfFocus(page)).toMatch(/^PIN of/);
      await expect(panel.getByLabel(/^PIN of/)).toHaveValue('');
    },
  };
}

/** What somebody who listens is told of what has the focus: its group, and its name. */
function wordsOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'nothing';
    const text = (nodes: Iterable<Element>) =>
      [...nodes].map((node) => node.textContent?.trim() ?? '').join(' ');
    const named = (one: Element) => {
      const ids = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const by = ids.flatMap((id) => document.getElementById(id) ?? []);
      const labels = 'labels' in one ? ((one.labels as NodeListOf<Element> | null) ?? []) : [];
      return one.getAttribute('aria-label') ?? (text(by) || text(labels) || text([one]));
    };
    const group = focused.closest('[role="radiogroup"]');
    return group ? `${named(group)}: ${named(focused)}` : named(focused);
  });
}
