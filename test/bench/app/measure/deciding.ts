/** At the desk: the next case with its photos, the sheet, and the signature. */
import { desk } from '../../../../renderer/wording/en/desk.ts';
import type { Figures } from '../figures.ts';
import { delay } from '../keys.ts';
import type { Manifest, Parcel } from '../seed/manifest.ts';
import { notOnDesk, onDesk, sheet } from '../sights.ts';
import type { OpenedStation } from '../station.ts';
import { seenAfter, sinceKey } from '../watch.ts';

const open = 'article';
const control = 2;

export async function deciding(
  station: OpenedStation,
  given: {
    readonly steps: number;
    /** So many of these. */
    readonly decides: number;
    readonly of: readonly Parcel[];
    readonly pin: string;
  },
): Promise<Figures> {
  const next: number[] = [];
  await station.keys.press('j');
  const pictured: number[] = [];
  for (let step = 0; step < given.steps; step += 1) {
    const times = await stepOn(station);
    next.push(times.next);
    pictured.push(times.pictured);
    await delay(400);
  }
  const opened: number[] = [];
  const asked: number[] = [];
  const signed: number[] = [];
  const waiting = given.of.values();
  while (signed.length < given.decides) {
    const { value: parcel } = waiting.next();
    if (!parcel) throw new Error(`${signed.length} could be decided`);
    // It may lie open: behind a signature the next one does.
    if ((await station.page.locator('article header').textContent())?.includes(parcel.rma))
      continue;
    opened.push(await openByScan(station, parcel));
    const times = await sign(station, given.pin);
    asked.push(times.asked);
    signed.push(times.signed);
  }
  return {
    'J → next case': next,
    'J → next case with its photos': pictured,
    'open a case at the desk': opened,
    'D → decision sheet': asked,
    'sign → signed': signed,
  };
}

export function supervisorOf({ people }: Manifest): { readonly id: string; readonly pin: string } {
  const id = 'person-brandt';
  return { id, pin: people[id]?.pin ?? '' };
}

async function stepOn({ page, keys }: OpenedStation) {
  const rma = (await page.locator('article header p').first().textContent())?.trim() ?? '';
  // Its state stands in the same line.
  const before = /RMA-\d\d-\d{6}[\dX]/.exec(rma.replaceAll(/\s/g, ''))?.[0] ?? rma;
  let pressed = 0;
  const times = await seenAfter(
    page,
    { next: notOnDesk(before), pictured: { selector: open, not: before, hasPictures: true } },
    async () => {
      pressed = await keys.press('j');
    },
  );
  return { next: sinceKey(times.next, pressed), pictured: sinceKey(times.pictured, pressed) };
}

async function openByScan({ page, keys }: OpenedStation, parcel: Parcel): Promise<number> {
  let entered = 0;
  const { opened } = await seenAfter(page, { opened: onDesk(parcel.rma) }, async () => {
    entered = await keys.scan(parcel.rma);
  });
  await delay(400);
  return sinceKey(opened, entered);
}

async function sign({ page, keys }: OpenedStation, pin: string) {
  let pressed = 0;
  const { sheet: asked } = await seenAfter(page, { sheet }, async () => {
    pressed = await keys.press('d');
  });
  await page.locator(sheet.selector).focus();
  for (const digit of pin) {
    await keys.press(digit);
    await delay(90);
  }
  const pending = { selector: 'button', text: desk['desk.pending.now'] };
  await seenAfter(page, { pending }, () => keys.press('Enter', control));
  let now = 0;
  // Sealed, on disk, and read back: one less is left to be decided here.
  const waiting = (await page.locator('h1').first().textContent()) ?? '';
  const less = { selector: 'h1', not: waiting };
  const { signed } = await seenAfter(page, { signed: less }, async () => {
    now = await keys.click(page.locator('button').filter({ hasText: pending.text }).first());
  });
  await delay(600);
  return { asked: sinceKey(asked, pressed), signed: sinceKey(signed, now) };
}
