import { expect, type Page } from '@playwright/test';
import type { TwelveUnits } from '../mixedReturn.ts';
import type { Hands } from './hands.ts';
import type { Worker } from './signIn.ts';

/** One way of working through a mixed return of twelve, at the dock and at the bench. */
export type Way = {
  /** The number of the one of improper use among the second lot. */
  readonly misused: number;
  readonly signIn: (who: Worker) => Promise<void>;
  /** What stands on a label, given to the dock. */
  readonly give: (label: string) => Promise<void>;
  /** The labels of all twelve units, as this way reads them. */
  readonly labels: readonly string[];
  readonly shoot: () => Promise<void>;
  readonly parcelDone: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** In the order of the goods; `lack` makes a missing part a finding. */
  readonly find: {
    readonly leak: () => Promise<void>;
    readonly misuse: () => Promise<void>;
    readonly sound: () => Promise<void>;
    readonly crack: () => Promise<void>;
    readonly lack: () => Promise<void>;
  };
  readonly finish: () => Promise<void>;
};

export type WayOf = (page: Page, hands: Hands, parcel: TwelveUnits) => Way;

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const startOf = (page: Page) => page.getByRole('heading', { name: 'Who is working here?' });
const numberPad = (page: Page) => page.getByRole('group', { name: 'Number pad' });
const numberField = (page: Page) => page.getByRole('textbox', { name: /RMA, tracking number/ });
const noSheet = async (page: Page) => await expect(page.getByRole('dialog')).toHaveCount(0);
/** What is said of so many at once, as it is printed beside the bars. */
const written = ({ valve, set, lots, serials }: TwelveUnits) => [
  `(01)${valve.gtin}(10)${lots[0]}(30)5`,
  `(01)${valve.gtin}(10)${lots[1]}(30)4`,
  ...serials.map((serial) => `(01)${set.gtin}(21)${serial}`),
];
const lastOf = ({ rma }: TwelveUnits) => rma.slice(-4);

export const byKeyboard: WayOf = (page, hands, parcel) => ({
  misused: 3,
  async signIn({ person, pin }) {
    if (!(await startOf(page).isVisible())) {
      await hands.press('Control+Shift+H');
      await hands.tabTo(button(page, 'Sign out'));
      await hands.press('Enter');
      await expect(startOf(page)).toBeVisible();
    }
    await hands.type(`${person.badge}\r`);
    await expect(numberPad(page)).toBeVisible();
    await hands.type(`${pin}\r`);
  },
  async give(label) {
    await hands.press('/');
    await expect(numberField(page)).toBeFocused();
    await hands.type(`${label}\r`);
    await noSheet(page);
  },
  labels: written(parcel),
  shoot: () => hands.press('F7'),
  parcelDone: () => hands.press('F9'),
  async open() {
    await hands.press('/');
    await hands.type(lastOf(parcel));
    await hands.press('Enter');
  },
  find: {
    leak: () => hands.press('Enter', 'l', 'e', 'a', 'Enter', '2', '1', 'Enter'),
    // The third one; the defect found last, with another cause.
    misuse: () => hands.press('3', '.', '1', 'ArrowUp', '5', '1', '3', 'Enter'),
    sound: () => hands.press('Enter', '0', 'Enter'),
    crack: () => hands.press('2', 'Enter', 'c', 'r', 'a', 'Enter', '2', '1', 'Enter'),
    // All are there, but for the second.
    lack: () => hands.press('Alt+p', '0', '2', 'Enter', '2', '1', 'Enter'),
  },
  finish: () => hands.press('F9'),
});
