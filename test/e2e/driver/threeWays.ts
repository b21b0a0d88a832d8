import { expect, type Locator, type Page } from '@playwright/test';
import { badgeCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import type { TwelveUnits } from '../mixedReturn.ts';
import { typeKeys } from '../scan.ts';
import type { Hands } from './hands.ts';
import type { Worker } from './signIn.ts';

/** One way of working through a mixed return of twelve, at the dock and at the bench. */
export type Way = {
  /** The number of the one of improper use among the second lot: cards take the first of what is left. */
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

export const byCards: WayOf = (page, hands, parcel) => {
  const { valve, set, lots, serials } = parcel;
  const cards = (...said: readonly string[]) => hands.scan(...said.map((one) => `QS-F-${one}`));
  const unit = (serial: string) => `]C101${set.gtin}21${serial}`;
  return {
    misused: 1,
    async signIn({ person, pin }) {
      await hands.scan(badgeCodeOf(person.badge));
      await expect(numberPad(page)).toBeVisible();
      // No card says a PIN.
      await typeKeys(page, `${pin}\r`);
    },
    give: (label) => hands.scan(label),
    labels: [
      ...Array.from({ length: 5 }, () => `]C101${valve.gtin}10${lots[0]}`),
      ...Array.from({ length: 4 }, () => `]C101${valve.gtin}10${lots[1]}`),
      ...serials.map(unit),
    ],
    shoot: () => hands.scan('QS-CMD-PHOTO'),
    parcelDone: () => hands.scan('QS-CMD-DONE'),
    open: () => hands.scan(parcel.tracking),
    find: {
      leak: () => cards('D-FUNCTION.LEAK', 'S-MAJOR', 'C-MANUFACTURING', 'RECORD'),
      misuse: () =>
        cards('N-1', 'D-FUNCTION.LEAK', 'S-MAJOR', 'I-LIQUIDTRACE', 'I-OVERLOAD', 'RECORD'),
      sound: () => cards('SOUND', 'RECORD'),
      async crack() {
        await hands.scan(unit(serials[0]), unit(serials[1]));
        await cards('D-MATERIAL.CRACK', 'S-MAJOR', 'C-MANUFACTURING', 'RECORD');
      },
      async lack() {
        await cards('PARTS');
        await expect(page.getByRole('dialog')).toBeVisible();
        await cards('N-1', 'N-3', 'N-4');
        await hands.scan('QS-CMD-OK');
        await noSheet(page);
        await cards('S-MAJOR', 'C-MANUFACTURING', 'RECORD');
      },
    },
    finish: () => hands.scan('QS-CMD-DONE'),
  };
};

export const byTouch: WayOf = (page, hands, parcel) => {
  const touch = (name: string | RegExp) => hands.touch(button(page, name));
  const choose = (group: string, answer: string): Locator =>
    page
      .getByRole('radiogroup', { name: group, exact: true })
      .locator('label')
      .filter({ hasText: answer })
      .first();
  const sign = (name: string) =>
    page.getByRole('group', { name: /Signs of improper use/ }).getByRole('button', { name });
  const record = () => touch(/^Record finding/);
  /** Behind what was found last on this article, where anything was. */
  /** Out of what was found last, where anything was; `isFoundBefore`: something was for certain. */
  const everyKind = async (isFoundBefore = false) => {
    const group = (name: string) => page.getByRole('radiogroup', { name, exact: true });
    const last = group('Found last on this article');
    await expect(isFoundBefore ? last : last.or(group('Kind of defect')).first()).toBeVisible();
    if (await last.isVisible())
      await hands.touch(choose('Found last on this article', 'Every kind'));
  };
  return {
    misused: 3,
    async signIn({ person, pin }) {
      if (!(await startOf(page).isVisible())) {
        await hands.touch(page.getByRole('banner').getByRole('button', { name: 'Hand over' }));
        // Asked only while something is not sent yet.
        const leave = page.getByRole('button', { name: 'Sign out', exact: true });
        await expect(leave.or(startOf(page))).toBeVisible();
        if (await leave.isVisible()) await touch('Sign out');
        await expect(startOf(page)).toBeVisible();
      }
      await hands.touch(page.getByRole('textbox', { name: 'Badge' }));
      await hands.write(person.badge);
      await touch('Next');
      const pad = numberPad(page);
      await expect(pad).toBeVisible();
      for (const digit of pin)
        await hands.touch(pad.getByRole('button', { name: digit, exact: true }));
      await hands.touch(pad.getByRole('button', { name: 'Sign in' }));
    },
    async give(label) {
      await touch(/^Type a number/);
      await expect(numberField(page)).toBeFocused();
      await hands.write(label);
      await touch('Take it as scanned');
      await noSheet(page);
    },
    labels: written(parcel),
    shoot: () => hands.touch(page.getByRole('button', { name: /^Photo(: | F7)/ })),
    parcelDone: () => touch(/^Done/),
    async open() {
      await hands.touch(page.getByRole('searchbox', { name: 'Find' }));
      await hands.write(lastOf(parcel));
      await hands.touch(page.getByRole('row').filter({ hasText: parcel.rma }).first());
    },
    find: {
      async leak() {
        await everyKind();
        await hands.touch(
          choose('Kind of defect', 'Function'),
          choose('Defect', 'Leaks'),
          choose('Severity', 'Major'),
          choose('Cause', 'Manufacturing'),
        );
        await record();
      },
      async misuse() {
        await touch(/^By number/);
        await hands.write('3');
        await hands.touch(
          choose('Found last on this article', 'Leaks'),
          choose('Cause', 'Improper use'),
          sign('Traces of liquid'),
          sign('Overload'),
        );
        await record();
      },
      async sound() {
        await touch(/^No defect found/);
        await record();
      },
      async crack() {
        await touch('One less');
        await everyKind(true);
        await hands.touch(
          choose('Kind of defect', 'Material'),
          choose('Defect', 'Crack'),
          choose('Severity', 'Major'),
          choose('Cause', 'Manufacturing'),
        );
        await record();
      },
      async lack() {
        await touch(/^Parts/);
        const sheet = page.getByRole('dialog');
        await hands.touch(
          sheet.getByRole('button', { name: /^All are there/ }),
          sheet.getByRole('button', { name: /^Coupling/ }),
          sheet.getByRole('button', { name: /^1 part missing/ }),
        );
        await noSheet(page);
        await hands.touch(choose('Severity', 'Major'), choose('Cause', 'Manufacturing'));
        await record();
      },
    },
    finish: () => touch(/^Finish inspection/),
  };
};
