/** How a supervisor decides each of the forty with keys alone, and all that may come of it at central. */
import { expect, type Page } from '@playwright/test';
import { deciding } from '../driver/desk.ts';
import type { DeskByKeys } from '../driver/deskByKeys.ts';
import type { ReturnKey } from './returns.ts';

export type AtWork = {
  readonly page: Page;
  readonly desk: DeskByKeys;
  readonly pin: string;
  /** Of the case as it lies on the screen, for looking at. */
  readonly picture: () => Promise<void>;
};
export type Plan = {
  /** Begins with the case open, and ends when nothing more is to be done about it for now. */
  readonly act: (at: AtWork) => Promise<void>;
  /** Decisions central holds of it in the end, and whose. */
  readonly decided: readonly string[];
  /** Refunds started, each once: minor units and currency. */
  readonly refunds: readonly string[];
};

/** D, six digits, Ctrl+Enter. */
const mostKeysForYes = 9;

const plainly = async ({ desk, pin, picture }: AtWork) => {
  desk.count();
  await desk.begin();
  await picture();
  await desk.sign(pin);
  expect(desk.count()).toBeLessThanOrEqual(mostKeysForYes);
};
const yes = (...refunds: readonly string[]): Plan => ({
  act: plainly,
  decided: ['approve by Brandt'],
  refunds,
});
/** Nothing of it reaches central. */
const never = (act: Plan['act']): Plan => ({ act, decided: [], refunds: [] });

const declined = (reason: string): Plan => ({
  decided: ['decline by Brandt'],
  refunds: [],
  async act({ desk, pin, picture }) {
    await desk.begin();
    await desk.decideTo('Decline');
    await desk.say(reason);
    await desk.tabTo(/^PIN of/);
    await picture();
    await desk.sign(pin);
  },
});
const sentBack = (wanted: RegExp, said: string, reason = ''): Plan => ({
  decided: [`sendBack by Brandt, wants ${said}`],
  refunds: [],
  async act({ desk, pin, picture }) {
    await desk.begin();
    await desk.decideTo('Send back');
    await desk.tabTo(wanted);
    await desk.press('Space');
    if (reason !== '') await desk.say(reason);
    await desk.tabTo(/^PIN of/);
    await picture();
    await desk.sign(pin);
  },
});
type Said = readonly [question: string, answer: RegExp, because: string];
const answered = (said: readonly Said[], refund: string): Plan => ({
  decided: ['approve by Brandt'],
  refunds: [refund],
  async act({ desk, pin, picture }) {
    await desk.begin();
    for (const one of said) await desk.answer(...one);
    await desk.tabTo(/^PIN of/);
    await picture();
    await desk.sign(pin);
  },
});
/** By which of them counts, and then as that one says. */
const settled = (counts: RegExp, because: string, ...refunds: readonly string[]): Plan => ({
  decided: ['approve by Brandt'],
  refunds,
  async act(at) {
    const { desk, page, picture } = at;
    await desk.tabTo(/^Why this one counts/);
    await desk.type(because);
    await picture();
    await desk.tabTo(counts, 'back');
    await desk.press('Enter');
    await expect(page.getByText('Two inspections say different things')).toHaveCount(0);
    await plainly(at);
  },
});
const bySecond = (asks: string | null, ...refunds: readonly string[]): Plan => ({
  decided: [
    `approve by Brandt${asks === null ? '' : ', asks Ferreira'}`,
    ...(refunds.length > 0 ? ['approve by Ferreira'] : []),
  ],
  refunds,
  async act({ desk, pin, picture }) {
    await desk.begin();
    if (asks !== null) await desk.pick(/Ask for the second signature/, asks);
    await desk.tabTo(/^PIN of/);
    await picture();
    await desk.sign(pin);
  },
});
const wrongly = async ({ desk, picture }: AtWork) => {
  await desk.begin();
  await desk.signWrongly();
  await picture();
};
const undone = async (at: AtWork) => {
  const { desk, page } = at;
  const rma = (await desk.rma()) ?? '';
  await plainly(at);
  await expect(page.getByText(/is signed in \d+ second/)).toBeVisible();
  await desk.press('Control+z');
  await expect(page.getByText(/is signed in \d+ second/)).toHaveCount(0);
  await desk.expectOpen(rma);
};

export const plans: Readonly<Record<ReturnKey, Plan>> = {
  'plain-seals': yes('28920 USD'),
  'plain-euros': yes('43800 EUR'),
  'plain-pounds': yes('27200 GBP'),
  'plain-hoses': yes('21040 USD'),
  'plain-supplies': yes('24800 USD'),
  'plain-relays': yes('27450 USD'),
  'plain-overdue': yes('27720 USD'),
  'sound-probes': yes(),
  'sound-sensors': yes(),
  'ordered-too-many': declined('As ordered'),
  'declined-hoses': declined('Worn out'),
  'misused-inverter': yes(),
  'back-for-a-plate': sentBack(/Serial plate/, 'photo serialPlate'),
  'back-for-a-measure': sentBack(/A measurement/, 'measurement'),
  'back-with-words': sentBack(/The cause/, 'cause', 'Which one?'),
  'two-sign-inverters': bySecond('Luis', '1138500 USD'),
  'two-sign-motors': bySecond(null, '537600 USD'),
  'two-sign-waits': bySecond(null),
  'rivals-second-counts': settled(/^This one counts.*Blind/, 'An hour on the rig', '29280 USD'),
  'rivals-first-counts': settled(/^This one counts.*First/, 'The rig was cold', '36600 USD'),
  'portions-all': answered(
    [
      ['Who is responsible?', /: The client/, 'Worn'],
      ['Who pays the return freight?', /: We/, 'Three are ours'],
    ],
    '37200 USD',
  ),
  'portions-some': yes('27450 USD'),
  'portions-euros': {
    decided: ['approve by Brandt'],
    refunds: ['19020 EUR'],
    async act({ desk, pin, picture }) {
      await desk.begin();
      await desk.tabTo(/no\. 5 to 6/, 'back');
      await desk.press('Space');
      await desk.tabTo(/^PIN of/);
      await picture();
      await desk.sign(pin);
    },
  },
  'freight-ours': answered([['Who pays the return freight?', /: We/, 'Two are ours']], '13780 USD'),
  'freight-halves': answered(
    [['Who pays the return freight?', /: Both, half/, 'Two of four']],
    '6960 USD',
  ),
  'three-questions': answered(
    [
      ['Who is responsible?', /: We/, 'Nobody can tell'],
      ['Applied too late, but the fault is ours', /: Our fault/, 'Unseen before'],
      ['Who pays the return freight?', /: Both, half/, 'One of two'],
    ],
    '189000 USD',
  ),
  'late-but-ours': answered(
    [['Applied too late, but the fault is ours', /: Our fault/, 'Unseen before']],
    '214000 USD',
  ),
  'own-hands-inspected': never(async () => undefined),
  'own-hands-received': never(async () => undefined),
  'decided-meanwhile': { act: plainly, decided: ['decline by Lund'], refunds: [] },
  'price-meanwhile': yes('24000 USD'),
  'undone-for-good': never(undone),
  'undone-then-declined': {
    ...declined('As ordered'),
    async act(at) {
      await undone(at);
      await declined('As ordered').act(at);
    },
  },
  'wrong-pin-then-right': {
    ...yes('26300 USD'),
    async act(at) {
      await wrongly(at);
      await at.desk.sign(at.pin);
    },
  },
  'wrong-pin-left': never(async (at) => {
    await wrongly(at);
    await at.desk.press('Escape');
    await expect(deciding(at.page)).toHaveCount(0);
  }),
  'pressed-twice': {
    ...yes('26220 USD'),
    async act({ desk, page, pin }) {
      await desk.begin();
      await desk.tabTo(/^PIN of/);
      await desk.type(pin);
      await desk.press('Control+Enter');
      await desk.press('Control+Enter');
      await desk.press('Enter');
      await desk.press('d');
      await desk.press('Control+Enter');
      await desk.press('Control+Enter');
      await desk.press('Escape');
      await expect(deciding(page)).toHaveCount(0);
    },
  },
  'pressed-ahead': never(async ({ desk, page, pin, picture }) => {
    // The PIN before D: its digits are keys of the desk, and lead elsewhere.
    await desk.type(pin);
    await desk.press('Control+Enter');
    await desk.press('1');
    await desk.begin();
    await desk.press('d');
    await desk.press('Control+Enter');
    await picture();
    await expect(deciding(page)).toBeVisible();
    await desk.press('Escape');
    await expect(deciding(page)).toHaveCount(0);
  }),
  exchanged: yes(),
  compensated: {
    decided: ['approve by Brandt'],
    refunds: ['12000 USD'],
    async act({ desk, pin, picture }) {
      await desk.begin();
      await desk.tabTo(/^Sum, at most/, 'back');
      await desk.type('120.00');
      await desk.pick(/What the sum is/, 'Agreed', 'on');
      await desk.tabTo(/^PIN of/);
      await picture();
      await desk.sign(pin);
    },
  },
  overridden: {
    decided: ['override by Brandt'],
    refunds: ['10000 USD'],
    async act({ desk, pin, picture }) {
      await desk.begin();
      await desk.decideTo('Override');
      await desk.pick(/The client gets/, 'Refund');
      await desk.tabTo(/^Amount in USD/);
      await desk.type('100.00');
      await desk.say('Goodwill');
      await desk.tabTo(/^PIN of/);
      await picture();
      await desk.sign(pin);
    },
  },
};
