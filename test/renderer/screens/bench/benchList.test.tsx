import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { handOverCase } from '../../../../renderer/actions/handOverCase.ts';
import { holdCase } from '../../../../renderer/actions/holdCase.ts';
import { takeCase } from '../../../../renderer/actions/takeCase.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { aPerson, dora, ivan, officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { countRenders } from '../../components/renders.ts';
import { headingJumps } from '../headings.ts';
import { aBench, soon } from './aBench.tsx';

const ines = aPerson('ines', 'inspector');
const inspectors = [ivan, ines].map((one) => ({
  collection: 'people' as const,
  id: one.personId,
  body: {
    id: one.personId,
    name: one.personId === 'ivan' ? 'Ivan Petrov' : 'Ines Moreau',
    badge: one.badge,
    roles: one.roles,
    siteIds: ['site-1'],
    active: true,
  },
}));

/** Five returns at the bench, received in this order: 11 is due first. */
async function fiveCases() {
  const cases = [11, 12, 13, 14, 15].map((n) => ({
    collection: 'cases' as const,
    id: `case-${n}`,
    body: aCase({ id: caseId(`case-${n}`), rma: `RMA-${n}` }),
  }));
  const bench = await aBench([...officeDocuments(), ...inspectors, ...cases] as never);
  const { station } = bench;
  for (const { id } of cases) {
    const parcel = { barcode: null, raw: null, caseId: caseId(id), dock: 'D1', note: '' };
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
  }
  const rowsOf = (group: string) =>
    [...document.querySelectorAll(`[data-group="${group}"] [role="row"]`)].map(
      (row) => /RMA-\d+/.exec(row.textContent ?? '')?.[0],
    );
  const press = (key: string, target: Element | null = document.activeElement) =>
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const focus = (rma: string) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[role="row"]')];
    rows.find((row) => row.textContent?.includes(rma))?.focus();
  };
  await expect.poll(() => rowsOf('free').length, soon).toBe(5);
  return { ...bench, rowsOf, press, focus };
}

test('its groups are headed as parts of the list, with goods without a case above them or none', async () => {
  await fiveCases();
  expect(document.querySelectorAll('h2, h3').length).toBeGreaterThan(0);
  expect(headingJumps(document)).toEqual([]);
});

test('mine come first, then who wants them, then colleagues’, then what waits and why', async () => {
  const { station, rowsOf, says } = await fiveCases();
  accepted(await takeCase(station.as(ivan), caseId('case-13')));
  accepted(await takeCase(station.as(ines), caseId('case-11')));
  const waits = { reason: 'papers', pausesClock: false, note: 'no invoice' } as const;
  accepted(await holdCase(station.as(dora), { caseId: caseId('case-12'), ...waits }));
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-13']);
  await expect.poll(() => rowsOf('free'), soon).toEqual(['RMA-14', 'RMA-15']);
  expect(rowsOf('others')).toEqual(['RMA-11']);
  expect(rowsOf('onHold')).toEqual(['RMA-12']);
  await says('You · since 10:00 · Dock 1');
  await says('Ines Moreau · since 10:00 · Dock 1');
  await says('Papers missing: no invoice');
});

test('whoever comes to the list has the first row under their keys', async () => {
  await fiveCases();
  await expect.poll(() => document.activeElement?.getAttribute('role'), soon).toBe('row');
  expect(document.activeElement?.textContent).toContain('RMA-11');
});

test('T takes the row that has the focus, and opens nothing', async () => {
  const { rowsOf, focus, press, recorded } = await fiveCases();
  focus('RMA-14');
  press('t');
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-14']);
  expect(await recorded('caseTaken')).toMatchObject([{ caseId: 'case-14', personId: 'ivan' }]);
  expect(rowsOf('free')).toHaveLength(4);
});

test('a hand on the screen takes it too, without opening it', async () => {
  const { rowsOf, recorded } = await fiveCases();
  document.querySelector<HTMLElement>('[aria-label^="Take RMA-15"]')?.click();
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-15']);
  expect(await recorded('caseTaken')).toHaveLength(1);
});

test('G hands it to whoever a few letters name', async () => {
  const { station, rowsOf, focus, press, says, recorded } = await fiveCases();
  accepted(await takeCase(station.as(ivan), caseId('case-13')));
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-13']);
  focus('RMA-13');
  press('g');
  await says('Hand over this case');
  const field = document.querySelector<HTMLInputElement>('[role="dialog"] input[type="text"]');
  if (!field) throw new Error('no field');
  type(field, 'mor');
  await says('Ines Moreau');
  press('Enter', field);
  await expect.poll(() => rowsOf('others'), soon).toEqual(['RMA-13']);
  expect(await recorded('caseHandedOver')).toMatchObject([
    { caseId: 'case-13', from: 'ivan', to: 'ines' },
  ]);
});

test('a colleague’s badge names them, and signs nobody out', async () => {
  const { station, rowsOf, focus, press, says, badge } = await fiveCases();
  accepted(await takeCase(station.as(ivan), caseId('case-13')));
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-13']);
  expect(badge('INES')).toBe(false);
  focus('RMA-13');
  press('g');
  await says('Hand over this case');
  expect(badge('NOBODY')).toBe(true);
  await says('This badge belongs to nobody who inspects here');
  expect(badge('INES')).toBe(true);
  const field = document.querySelector<HTMLInputElement>('[role="dialog"] input[type="text"]');
  await expect.poll(() => field?.value, soon).toBe('Ines Moreau');
  press('F10');
  await expect.poll(() => rowsOf('others'), soon).toEqual(['RMA-13']);
});

test('a badge scanned before it is known who works here waits, and is called nobody’s no sooner', async () => {
  const { station, rowsOf, focus, press, says, badge } = await fiveCases();
  accepted(await takeCase(station.as(ivan), caseId('case-13')));
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-13']);
  const read = Promise.withResolvers<void>();
  const people = station.db.people.toArray.bind(station.db.people);
  vi.spyOn(station.db.people, 'toArray').mockImplementation(() =>
    Dexie.Promise.resolve(read.promise).then(() => people()),
  );
  focus('RMA-13');
  press('g');
  await says('Hand over this case');
  expect(badge('INES')).toBe(true);
  read.resolve();
  const field = document.querySelector<HTMLInputElement>('[role="dialog"] input[type="text"]');
  await expect.poll(() => field?.value, soon).toBe('Ines Moreau');
  expect(document.body.textContent).not.toContain('This badge belongs to nobody');
});

test('no card or key but OK hands over, and nothing behind the sheet hears it', async () => {
  const { station, rowsOf, focus, press, says, scan, recorded, turnedAway } = await fiveCases();
  accepted(await takeCase(station.as(ines), caseId('case-11')));
  await expect.poll(() => rowsOf('others'), soon).toEqual(['RMA-11']);
  focus('RMA-11');
  press('g');
  await says('Take over from Ines Moreau');
  for (const key of ['F2', 'F7', 'F9']) press(key);
  scan('QS-CMD-DONE');
  expect(turnedAway).toEqual(['key', 'key', 'key', 'sheet']);
  expect(await recorded('caseHandedOver')).toEqual([]);
  expect(rowsOf('others')).toEqual(['RMA-11']);
});

test('what a colleague who left still has is taken over by pressing twice', async () => {
  const { station, rowsOf, focus, press, says } = await fiveCases();
  accepted(await takeCase(station.as(ines), caseId('case-11')));
  await expect.poll(() => rowsOf('others'), soon).toEqual(['RMA-11']);
  focus('RMA-11');
  press('g');
  await says('Take over from Ines Moreau');
  press('F10');
  await expect.poll(() => rowsOf('mine'), soon).toEqual(['RMA-11']);
  expect(rowsOf('others')).toEqual([]);
  const back = { caseId: caseId('case-11'), from: ivan.personId, to: null, note: '' };
  accepted(await handOverCase(station.as(ivan), back));
  await expect.poll(() => rowsOf('free').length, soon).toBe(5);
});

test('letters find among all rows, by article too, and Escape shows all again', async () => {
  const { rowsOf, focus, press } = await fiveCases();
  focus('RMA-14');
  press('1');
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) throw new Error('no field');
  await expect.poll(() => document.activeElement === field, soon).toBe(true);
  type(field, '15 pump');
  await expect.poll(() => rowsOf('free'), soon).toEqual(['RMA-15']);
  type(field, 'nothing of the kind');
  await expect.poll(() => rowsOf('free'), soon).toEqual([]);
  press('Escape', field);
  await expect.poll(() => rowsOf('free').length, soon).toBe(5);
});

/** As a hand would: React hears what the element is told of. */
function type(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a row is not drawn again because letters are looked for in the list', async () => {
  const { rowsOf } = await fiveCases();
  const field = document.querySelector<HTMLInputElement>('main input');
  const looking = countRenders();
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (const words of ['RMA', 'RMA-1', 'RMA-12']) {
    native?.set?.call(field, words);
    field?.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  await expect.poll(() => rowsOf('free'), soon).toEqual(['RMA-12']);
  expect(looking('BenchRow')).toBe(0);
});
