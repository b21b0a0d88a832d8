import { expect, type Page } from '@playwright/test';
import { badgeCodeOf } from '../../../shared/barcodes/barcodeOwn.ts';
import type { Desktop } from '../../../shared/desktop/desktopApi.ts';
import { scan, typeKeys } from '../scan.ts';
import { expectEverythingSent } from './bar.ts';

export type Worker = {
  readonly person: { readonly name: string; readonly badge: string };
  readonly pin: string;
};

/** The screens of joining, in their order. */
export type JoiningScreen = 'enrolment' | 'enrolment-compare' | 'enrolment-dock';
type Seen = (page: Page, screen: JoiningScreen) => Promise<void>;

/** Joins the station with the code the start command handed over; `seen` may look at each screen. */
export async function enrol(page: Page, seen: Seen = async () => undefined): Promise<void> {
  for (const [screen, button] of [
    ['enrolment', 'Enrol'],
    ['enrolment-compare', 'This is our site'],
    ['enrolment-dock', 'D2'],
  ] as const) {
    const onward = page.getByRole('button', { name: button, exact: true });
    await onward.waitFor();
    await seen(page, screen);
    await onward.click();
  }
  await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
  await everybodyHasJoined(page);
}

/** At the sign-in screen of a station that has joined, once it has asked central what is new. */
export async function expectJoined(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
  await expectEverythingSent(page);
}

/** The demo's people join by themselves; whoever had not could not take over with the line cut. */
export async function everybodyHasJoined(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(haveAllJoined), { timeout: 90_000 }).toBe(true);
}

async function haveAllJoined(): Promise<boolean> {
  const desktop = Reflect.get(window, 'quayside') as Pick<Desktop, 'demoCards' | 'mustJoin'>;
  const cards = await desktop.demoCards({});
  const standing = await Promise.all(cards.map(({ badge }) => desktop.mustJoin({ badge })));
  return cards.length > 0 && standing.every(({ hasJoined }) => hasJoined);
}

/** Badge by scan, PIN by keys; from the sign-in screen, or handing over from somebody else's work. */
export async function signIn(page: Page, worker: Worker): Promise<void> {
  // A person sees a screen before scanning at it.
  const start = page.getByRole('heading', { name: 'Who is working here?' });
  await expect(start.or(page.getByRole('button', { name: 'Hand over' })).first()).toBeVisible();
  await scan(page, badgeCodeOf(worker.person.badge));
  await expect(page.getByRole('group', { name: 'Number pad' })).toBeVisible();
  // Of its page, not of the display: several drives share one, and only one of their windows is active.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
    .toBe('password');
  await typeKeys(page, `${worker.pin}\r`);
  await expect(page.getByRole('banner').getByText(worker.person.name)).toBeVisible();
}

/** Goes to another place of work in the bar. */
export async function goTo(page: Page, place: 'Dock' | 'Bench' | 'Desk'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place }).click();
}
