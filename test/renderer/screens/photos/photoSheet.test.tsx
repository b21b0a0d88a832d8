import { expect, test } from 'vitest';
import { countUnits } from '../../../../renderer/actions/countUnits.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { takePhoto } from '../../../../renderer/actions/takePhoto.ts';
import { everythingDone, isUnderWay } from '../../../../renderer/recording/underWay.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { caseId, returnLineId } from '../../../builders/cases/ids.ts';
import { ivan } from '../../../builders/station/aLoneStation.ts';
import { aBench, soon } from '../bench/aBench.tsx';
import { label } from '../dock/aDock.tsx';

// jsdom has no addresses of bytes.
Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL() {} });

const { article } = anOrderLine();

/** The bench with a finding, and a photo taken after it that belongs to none. */
async function withAPhoto() {
  const bench = await aBench();
  const { arrivalId } = await bench.receive(label);
  const as = bench.station.as(ivan);
  const { unitGroupId } = accepted(
    await countUnits(as, {
      caseId: caseId('case-1'),
      arrivalId,
      returnLineId: returnLineId('line-1'),
      article: { gtin: article.gtin, number: article.number, name: article.name },
      lot: null,
      serials: [],
      quantity: 2,
      identity: null,
      identifiedBy: 'scan',
      raw: null,
    }),
  );
  accepted(
    await recordFinding(as, {
      caseId: caseId('case-1'),
      unitGroupId,
      quantity: 2,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  accepted(
    await takePhoto(as, {
      caseId: caseId('case-1'),
      subject: { kind: 'unitGroup', unitGroupId },
      shot: 'wholeItem',
      bytes: new Uint8Array([0xff, 0xd8, 1, 2]),
      mediaType: 'image/jpeg',
      width: 1280,
      height: 720,
      hints: ['blurred'],
    }),
  );
  bench.scan('RMA-1001');
  await bench.says('Perhaps blurred');
  button('Mark and join: Whole item').click();
  await bench.says('Findings it shows');
  return bench;
}

function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

function stage(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[role="application"]');
  if (!found) throw new Error('nothing to draw on');
  return found;
}

const press = (key: string, held: KeyboardEventInit = {}) =>
  stage().dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );

const markWords = () =>
  [...document.querySelectorAll('ol[aria-label="Marks"] li')].map((one) =>
    (one.textContent ?? '').trim(),
  );

test('marks are drawn by keys alone, said in words, and recorded as the sheet closes', async () => {
  const bench = await withAPhoto();
  press('b');
  await expect.poll(markWords, soon).toEqual(['Box 60% across, 60% down']);
  press('ArrowRight');
  press('ArrowDown', { shiftKey: true });
  await expect.poll(markWords, soon).toEqual(['Box 61% across, 61% down']);
  press('a');
  await expect.poll(() => markWords().length, soon).toBe(2);
  press('Delete');
  press('c');
  press('z', { ctrlKey: true });
  await expect.poll(markWords, soon).toEqual(['Box 61% across, 61% down']);
  button('Close').click();
  await expect.poll(() => bench.recorded('photoAnnotated'), soon).toHaveLength(1);
  const [drawn] = await bench.recorded('photoAnnotated');
  expect(drawn).toMatchObject({
    shapes: [{ kind: 'box', from: { x: 0.41, y: 0.4 }, to: { x: 0.61, y: 0.61 } }],
    over: [],
  });
  // Where the picture is shown, so are its marks.
  await expect.poll(() => document.querySelectorAll('svg[role="img"] image').length, soon).toBe(1);
});

test('marks are recorded before whoever draws them leaves, and what is drawn after is drawn over them', async () => {
  const bench = await withAPhoto();
  const { db } = bench.station;
  expect(isUnderWay(db)).toBe(false);
  press('b');
  await expect.poll(() => markWords().length, soon).toBe(1);
  // A window that is closed now would take them along.
  expect(isUnderWay(db)).toBe(true);
  await everythingDone(db);
  const [drawn] = await bench.recorded('photoAnnotated');
  expect(drawn?.shapes).toHaveLength(1);
  expect(isUnderWay(db)).toBe(false);
  press('c');
  await expect.poll(() => markWords().length, soon).toBe(2);
  button('Close').click();
  await expect.poll(() => bench.recorded('photoAnnotated'), soon).toHaveLength(2);
  const [, later] = await bench.recorded('photoAnnotated');
  expect(later?.over).toEqual([drawn?.id]);
});

test('a text is written at once: its letters are no tools', async () => {
  const bench = await withAPhoto();
  press('t');
  const field = () =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  await expect.poll(() => field()?.maxLength, soon).toBe(80);
  const input = field();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Crack');
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(markWords, soon).toEqual(['“Crack” 40% across, 50% down']);
  button('Close').click();
  await expect
    .poll(() => bench.recorded('photoAnnotated'), soon)
    .toMatchObject([{ shapes: [{ kind: 'text', text: 'Crack' }] }]);
});

test('Tab goes from mark to mark and then on; a sheet in which nothing was drawn records nothing', async () => {
  const bench = await withAPhoto();
  expect(press('Tab')).toBe(true);
  press('b');
  press('z', { ctrlKey: true });
  await expect.poll(markWords, soon).toEqual([]);
  button('Close').click();
  await expect.poll(() => document.querySelector('[role="application"]'), soon).toBeNull();
  expect(await bench.recorded('photoAnnotated')).toEqual([]);
});

test('a photo joins a finding recorded before', async () => {
  const bench = await withAPhoto();
  const tick = () => [
    ...document.querySelectorAll<HTMLInputElement>('[role="dialog"] input[type="checkbox"]'),
  ];
  expect(tick().map(({ checked }) => checked)).toEqual([false]);
  tick()[0]?.click();
  await expect.poll(() => bench.recorded('photoAttached'), soon).toHaveLength(1);
  await expect.poll(() => tick().map(({ checked }) => checked), soon).toEqual([true]);
  button('Close').click();
});
