import { describe, expect, test, vi } from 'vitest';
import { holdCase } from '../../../../renderer/actions/holdCase.ts';
import { DeskScreen } from '../../../../renderer/screens/desk/DeskScreen.tsx';
import { accepted } from '../../../builders/cases/accepted.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { dora, officeDocuments, sara } from '../../../builders/station/aLoneStation.ts';
import { aBench, soon } from './aBench.tsx';

const pump = ']C10109521101530001';

const withSerials = (...serials: string[]) =>
  officeDocuments().map((change) =>
    change.collection === 'orderLines' ? { ...change, body: anOrderLine({ serials }) } : change,
  );

const aDesk = async () => {
  const screen = (
    <DeskScreen
      askReplay={vi.fn<() => Promise<never>>()}
      askStations={vi.fn<() => Promise<never>>()}
    />
  );
  const desk = await aBench(officeDocuments(), screen, sara);
  await desk.says('To be decided');
  return desk;
};

describe('A scan that does nothing says so', () => {
  test('at the list of the bench: cards, and labels nobody knows', async () => {
    const bench = await aBench();
    await bench.says('Nothing to inspect');
    for (const card of ['DAMAGED', 'UNDO', 'OK']) bench.scan(`QS-CMD-${card}`);
    await expect.poll(() => bench.turnedAway, soon).toEqual(['card', 'card', 'card']);
    bench.scan('NOBODY-KNOWS-1');
    await bench.says('Nothing here answers to NOBODY-KNOWS-1');
  });

  test('at the desk: cards, and labels nobody knows', async () => {
    const desk = await aDesk();
    for (const raw of ['QS-CMD-DONE', 'NOBODY-KNOWS-1']) {
      const before = desk.turnedAway.length;
      desk.scan(raw);
      await expect.poll(() => desk.turnedAway.length, soon).toBe(before + 1);
    }
    expect(desk.turnedAway).toEqual(['card', 'unknown']);
  });

  test('with a case open: cards of the dock, the case’s own label, goods without a case', async () => {
    const bench = await aBench();
    await bench.receive('1Z999');
    await bench.receive('KEPT-1');
    bench.scan('1Z999');
    await bench.says('Not counted yet');
    bench.scan('QS-CMD-DAMAGED');
    bench.scan('QS-CMD-MISSING');
    await expect.poll(() => bench.turnedAway, soon).toEqual(['card', 'card']);
    bench.scan('1Z999');
    await bench.says('This is the case that lies open');
    bench.scan('KEPT-1');
    await expect.poll(() => bench.turnedAway, soon).toEqual(['card', 'card', 'blind']);
  });
});

test('what begins to leak at the bench is held, once, and said until it is seen', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  bench.scan('QS-CMD-HAZARD');
  await bench.says('Stop. Do not handle.');
  bench.scan('QS-CMD-HAZARD');
  await expect.poll(async () => (await bench.recorded('held')).length, soon).toBe(1);
  expect(await bench.recorded('held')).toMatchObject([{ caseId: 'case-1', reason: 'hazard' }]);
  bench.scan('QS-CMD-UNDO');
  await expect.poll(() => bench.recorded('held'), soon).toEqual([]);
});

test('one piece is counted once at the bench too', async () => {
  const bench = await aBench(withSerials('SN-000001', 'SN-000002'));
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  for (const serial of ['SN-000001', 'SN-000001', 'SN-000002']) bench.scan(serial);
  await expect
    .poll(async () => (await bench.recorded('unitsCounted')).map((f) => f.serials), soon)
    .toEqual([['SN-000001'], ['SN-000002']]);
  bench.scan('SN-000002');
  await bench.says('Counted already: SN-000002');
});

test('goods scanned before their case is drawn are counted into it', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  await bench.says('RMA-1001');
  for (const raw of ['1Z999', pump, pump]) bench.scan(raw);
  await expect.poll(async () => (await bench.recorded('unitsCounted')).length, soon).toBe(2);
  expect(bench.turnedAway).toEqual([]);
});

describe('Goods without a case on the bench', () => {
  async function opened(documents = officeDocuments()) {
    const bench = await aBench(documents);
    await bench.receive('KEPT-1');
    bench.scan('KEPT-1');
    await bench.says('Whose goods are these?');
    const counts = async () =>
      (await bench.recorded('unitsCounted')).map(({ quantity, lot }) => [quantity, lot]);
    return { ...bench, counts };
  }

  test('every scan is answered: counted, added to the piece before, asked, or turned away', async () => {
    const bench = await opened();
    bench.scan(pump);
    await bench.says('1 piece so far');
    bench.scan(']C110AB-123');
    await expect.poll(bench.counts, soon).toEqual([[1, 'AB-123']]);
    bench.scan('NOBODY-KNOWS-2');
    await expect.poll(() => bench.turnedAway, soon).toEqual(['unknown']);
    bench.scan('QS-CMD-PHOTO');
    await expect.poll(() => bench.turnedAway, soon).toEqual(['unknown', 'card']);
    bench.scan('QS-CMD-HAZARD');
    await bench.says('Stop. Do not handle.');
    expect(await bench.recorded('held')).toMatchObject([{ caseId: null, reason: 'hazard' }]);
    bench.scan('QS-CMD-UNDO');
    await expect.poll(() => bench.recorded('held'), soon).toEqual([]);
    bench.scan('QS-CMD-UNDO');
    await expect.poll(bench.counts, soon).toEqual([[1, null]]);
  });

  test('a piece is counted once', async () => {
    const bench = await opened();
    for (const serial of ['S1', 'S1', 'S2']) bench.scan(`${pump}21${serial}`);
    await expect.poll(async () => (await bench.counts()).length, soon).toBe(2);
    bench.scan(`${pump}21S2`);
    await bench.says('Counted already');
  });

  test('a serial of an announced return asks before it links them', async () => {
    const bench = await opened(withSerials('SN-000001'));
    bench.scan('SN-000001');
    await bench.says('Announced since it came');
    expect(await bench.recorded('arrivalLinked')).toEqual([]);
    bench.scan('QS-CMD-OK');
    await expect.poll(() => bench.recorded('arrivalLinked'), soon).toHaveLength(1);
  });
});

test('goods without a case that leak are on the desk’s list too, where a supervisor releases them', async () => {
  const desk = await aDesk();
  const { arrivalId } = await desk.receive('KEPT-1');
  const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
  accepted(await holdCase(desk.station.as(dora), { caseId: null, arrivalId, ...hazard }));
  await desk.says('Unexpected parcels');
  desk.scan('KEPT-1');
  await desk.says('On hold: ');
  await desk.says('Release');
  await desk.says('Whose goods are these?');
  expect(desk.turnedAway).toEqual([]);
});

test('behind an open sheet no key finishes, takes back or pictures; what leaks is said all the same', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  bench.scan(pump);
  await expect.poll(async () => (await bench.recorded('unitsCounted')).length, soon).toBe(1);
  [...document.querySelectorAll<HTMLElement>('button')]
    .find((one) => one.textContent?.includes('Put on hold'))
    ?.click();
  await expect.poll(() => document.querySelector('[role="dialog"]'), soon).not.toBeNull();
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  for (const key of ['F2', 'F7', 'F9']) press(key);
  expect(bench.turnedAway).toEqual(['key', 'key', 'key']);
  expect(await bench.recorded('unitsCounted')).toHaveLength(1);
  press('F3');
  await expect.poll(async () => (await bench.recorded('held')).length, soon).toBe(1);
});

test('a case that could not be taken says why', async () => {
  const bench = await aBench();
  await bench.receive('1Z999');
  bench.scan('1Z999');
  await bench.says('Not counted yet');
  vi.spyOn(bench.station.desktop, 'sealCommand').mockResolvedValue({
    ok: false,
    refusal: { code: 'diskFull', freeBytes: 0 },
  });
  [...document.querySelectorAll<HTMLElement>('button')]
    .find((one) => one.textContent === 'Take')
    ?.click();
  await bench.says('disk is full');
  expect(await bench.recorded('caseTaken')).toEqual([]);
});
