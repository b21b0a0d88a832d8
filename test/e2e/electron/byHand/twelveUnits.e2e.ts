import { expect, type Page, test } from '@playwright/test';
import { centralOnLine } from '../../centralOnLine.ts';
import { demoToday } from '../../demoReturns.ts';
import { type Done, handsAt } from '../../driver/hands.ts';
import { takePicture } from '../../driver/picture.ts';
import { expectJoined, type Worker } from '../../driver/signIn.ts';
import { byCards, byKeyboard, byTouch, type Way, type WayOf } from '../../driver/threeWays.ts';
import { expectTwelveAtCentral } from '../../driver/twelveUnits.ts';
import { type ElectronStation, openStation } from '../../electronStation.ts';
import { announceTwelve, type TwelveUnits } from '../../mixedReturn.ts';

const site = centralOnLine('twelve');
const { worker } = demoToday();
const [dock, inspector] = [worker('NQ4107'), worker('NQ4118')];
/** As few as a finding may take, whatever it is said by. */
const mostForFinding = 9;
const mostTabs = 2;

const ways = [
  ['keyboard', byKeyboard, { scans: 0, touches: 0 }],
  ['cards', byCards, { keys: 0, touches: 0 }],
  ['touch', byTouch, { keys: 0, scans: 0 }],
] as const satisfies readonly (readonly [string, WayOf, Partial<Done>])[];

let station: ElectronStation | null = null;
let returns: readonly TwelveUnits[] = [];
test.beforeAll(async () => {
  returns = await announceTwelve(site().central, ways.length);
  station = await openStation({ folder: site().folder, centralUrl: site().line.url });
  await station.page.setViewportSize({ width: 1366, height: 768 });
  await expectJoined(station.page);
});
test.afterAll(async () => {
  await station?.close();
});

for (const [at, [name, wayOf, never]] of ways.entries())
  test(`a mixed return of twelve, from the door to the finished inspection, by ${name} alone`, {
    tag: '@release',
  }, async () => {
    test.setTimeout(1_200_000);
    const parcel = returns[at];
    if (!station || !parcel) throw new Error('Not announced');
    const { page } = station;
    const hands = await handsAt(page);
    const way = wayOf(page, hands, parcel);
    const counted: Record<string, Done> = {};
    const did = (what: string): Done => {
      const done = hands.since();
      expect(done, `${what} by ${name} alone`).toMatchObject(never);
      counted[what] = done;
      return done;
    };
    const look = (what: string) => takePicture(page, `screenshots/twelve-${name}-${what}`);

    await test.step('at the dock', async () => {
      await signedIn(page, way, dock);
      did('sign in');
      await atTheDock(page, way, parcel);
      await look('counted');
      await way.parcelDone();
      await says(page, 'Parcel done');
      expect(did('dock').tabs).toBeLessThanOrEqual(mostTabs);
    });

    await test.step('at the bench', async () => {
      await signedIn(page, way, inspector);
      await expect(page.getByRole('heading', { name: /To be inspected/ })).toBeVisible();
      did('change of hands');
      await way.open();
      // The first act is where the focus is.
      await expect(page.locator('form [data-now]')).toBeFocused();
      expect(did('open').tabs).toBeLessThanOrEqual(mostTabs);
      const finding = async (what: keyof Way['find'], said: string) => {
        await way.find[what]();
        await expect(page.getByText(said)).toBeVisible();
        const { keys, tabs, scans, touches } = did(what);
        expect(keys + scans + touches, `${what} by ${name}`).toBeLessThanOrEqual(mostForFinding);
        expect(tabs, `Tabs of ${what} by ${name}`).toBe(0);
        await look(what);
      };
      await photographAll(page, way);
      did('photos of the first lot');
      await finding('leak', '5 of 5 inspected');
      await expect(page.getByText('4 left')).toBeVisible();
      await photographAll(page, way);
      did('photos of the second lot');
      await finding('misuse', '1 of 4 inspected');
      await finding('sound', '4 of 4 inspected');
      await expect(page.getByText('3 left')).toBeVisible();
      await photographAll(page, way);
      did('photos of the sets');
      await finding('crack', '2 of 3 inspected');
      await finding('lack', 'Every unit has a finding');
      await photographAll(page, way);
      const means = page.getByLabel('What finishing means');
      await expect(means).toContainText('8 upheld, 3 sound and 1 improper use');
      await expect(means).not.toContainText('missing');
      await look('all-found');
      await way.finish();
      await expect(page.getByRole('heading', { name: /To be inspected/ })).toBeVisible();
      did('finish');
    });

    await test.step('central holds it to the unit', () =>
      expectTwelveAtCentral(page, parcel, way.misused));
    console.log(`By ${name}: ${JSON.stringify(counted)}`);
  });

async function signedIn(page: Page, way: Way, who: Worker): Promise<void> {
  await way.signIn(who);
  await expect(page.getByRole('banner').getByText(who.person.name)).toBeVisible();
}

async function atTheDock(page: Page, way: Way, parcel: TwelveUnits): Promise<void> {
  await way.give(parcel.tracking);
  await expect(page.getByRole('heading', { name: parcel.rma })).toBeVisible();
  await way.shoot();
  await says(page, 'Photo saved');
  // One straight after the other: none of them is lost, however long it takes.
  for (const label of way.labels) await way.give(label);
  const rows = page.getByRole('main').getByRole('listitem');
  await expect
    .poll(async () => (await rows.allInnerTexts()).map((row) => Number.parseInt(row, 10)), {
      timeout: 300_000,
    })
    .toEqual([9, 3]);
}

/**
 * As quickly as a hand presses: each is of what is missing by then. What a camera that stalled refused
 * aloud is taken again, as whoever stands there does.
 */
async function photographAll(page: Page, way: Way): Promise<void> {
  const found = page.getByRole('region', { name: 'What we found' });
  await expect(found.locator('video')).toHaveJSProperty('readyState', 4);
  const wanted = found.getByRole('listitem').filter({ hasText: 'not yet' });
  await expect(wanted).not.toHaveCount(0);
  const refused = page.getByRole('alert').filter({ hasText: 'No picture was taken' });
  const leftAfter = async (missing: number) => {
    for (let press = missing; press > 0; press -= 1) await way.shoot();
    const now = { missing };
    const isSettled = async () => {
      const before = now.missing;
      now.missing = await wanted.count();
      return now.missing === 0 || (before === now.missing && (await refused.isVisible()));
    };
    await expect.poll(isSettled, { timeout: 240_000, intervals: [3_000] }).toBe(true);
    return now.missing;
  };
  for (let left = await wanted.count(); left > 0; ) left = await leftAfter(left);
}

async function says(page: Page, words: string): Promise<void> {
  const band = page.getByRole('status').or(page.getByRole('alert'));
  await expect(band.filter({ hasText: words }).first()).toBeVisible();
}
