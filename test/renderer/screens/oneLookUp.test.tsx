import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Finding from '../../../renderer/queries/lists/findByBarcode.ts';
import { everythingDone } from '../../../renderer/recording/underWay.ts';
import { DeskScreen } from '../../../renderer/screens/desk/DeskScreen.tsx';
import type * as Scans from '../../../shared/barcodes/scan.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { officeDocuments, sara } from '../../builders/station/aLoneStation.ts';
import { aBench, soon } from './bench/aBench.tsx';
import { aDock, label } from './dock/aDock.tsx';

const called = vi.hoisted(() => ({ parsed: 0, formed: 0, lookedUp: 0 }));

vi.mock('../../../shared/barcodes/scan.ts', async (original) => {
  const real = await original<typeof Scans>();
  const readScan: typeof real.readScan = (...given) => {
    called.parsed += 1;
    return real.readScan(...given);
  };
  // Within a reading it is not this one: what is counted is a label asked once more what it says.
  const formsOf: typeof real.formsOf = (...given) => {
    called.formed += 1;
    return real.formsOf(...given);
  };
  return { ...real, readScan, formsOf };
});
vi.mock('../../../renderer/queries/lists/findByBarcode.ts', async (original) => {
  const real = await original<typeof Finding>();
  const findByForms: typeof real.findByForms = async (...given) => {
    called.lookedUp += 1;
    return await real.findByForms(...given);
  };
  return { ...real, findByForms };
});

const forget = () => Object.assign(called, { parsed: 0, formed: 0, lookedUp: 0 });
beforeEach(forget);

const pump = ']C10109521101530001\u001D10AB-123';
const once = { parsed: 1, formed: 0, lookedUp: 1 };
/** Cards are no names, and what the papers of the open parcel name is theirs: nothing is looked up. */
const unsought = { parsed: 1, formed: 0, lookedUp: 0 };

type Driven = {
  readonly scan: (raw: string) => unknown;
  readonly station: { readonly db: object };
};

/** One scan, and everything it began. */
async function by(screen: Driven, raw: string, isSeen: () => Promise<void>) {
  forget();
  screen.scan(raw);
  await isSeen();
  await everythingDone(screen.station.db);
  return { ...called };
}

const sharing = (...ids: readonly CaseId[]): readonly Change[] => [
  ...officeDocuments(),
  ...ids.map(
    (id, n): Change => ({
      collection: 'cases',
      id,
      body: { ...aCase({ id, rma: `RMA-77${n}`, trackingNumbers: ['SHARED-1'] }) },
    }),
  ),
];

describe('A scan is parsed once and looked up once', () => {
  test('a parcel, its pieces, DONE and the same parcel again', async () => {
    const dock = await aDock();
    const shows = (words: string) => async () =>
      await expect.poll(dock.text, soon).toContain(words);
    expect(await by(dock, label, shows('Received'))).toEqual(once);
    expect(await by(dock, pump, shows('1 of 10'))).toEqual(unsought);
    expect(await by(dock, 'QS-CMD-UNDO', shows('Taken back'))).toEqual(unsought);
    expect(await by(dock, 'QS-CMD-DONE', shows('Parcel set down'))).toEqual(unsought);
    expect(await by(dock, label, shows('Here already'))).toEqual(once);
  });

  test('a label nobody knows, kept with OK, and the RMA on its papers', async () => {
    const dock = await aDock();
    const shows = (words: string) => async () =>
      await expect.poll(dock.text, soon).toContain(words);
    expect(await by(dock, 'NOBODY-KNOWS-1', shows('Keep as unexpected parcel'))).toEqual(once);
    expect(await by(dock, 'QS-CMD-OK', shows('Kept as unexpected'))).toEqual(unsought);
    expect(await by(dock, pump, shows('1 piece so far'))).toEqual(once);
    expect(await by(dock, 'RMA-1001', shows('Linked'))).toEqual(once);
  });

  test('what central brings back under its name is looked up again, and by nobody a third time', async () => {
    const brought = { ...aCase({ id: caseId('case-9'), rma: 'OLD-9' }) };
    const dock = await aDock(officeDocuments(), 'RMA', () => [
      { collection: 'cases', id: 'case-9', body: brought },
    ]);
    const shows = async () => await expect.poll(dock.text, soon).toContain('Received');
    expect(await by(dock, 'OLD-9', shows)).toEqual({ ...once, lookedUp: 2 });
  });

  test('a label several returns share, the choice, and the others after DONE', async () => {
    const dock = await aDock(sharing(caseId('case-7'), caseId('case-8')));
    const shows = (words: string) => async () =>
      await expect.poll(dock.text, soon).toContain(words);
    expect(await by(dock, 'SHARED-1', shows('Several cases'))).toEqual(once);
    expect(await by(dock, 'RMA-770', shows('Received'))).toEqual(once);
    expect(await by(dock, 'QS-CMD-DONE', shows('RMA-771'))).toEqual(unsought);
  });

  test('at the bench: a case, a piece, and another case', async () => {
    const bench = await aBench();
    await bench.receive('1Z999');
    const says = (words: string) => async () => await bench.says(words);
    expect(await by(bench, '1Z999', says('Not counted yet'))).toEqual(once);
    const counted = async () =>
      await expect.poll(async () => (await bench.recorded('unitsCounted')).length, soon).toBe(1);
    expect(await by(bench, pump, counted)).toEqual(unsought);
    expect(await by(bench, '1Z999', says('the case that lies open'))).toEqual(once);
  });

  test('at the bench: goods without a case, and their papers', async () => {
    const bench = await aBench();
    await bench.receive('KEPT-1');
    const says = (words: string) => async () => await bench.says(words);
    expect(await by(bench, 'KEPT-1', says('Whose goods are these?'))).toEqual(once);
    expect(await by(bench, pump, says('1 piece so far'))).toEqual(once);
    const linked = async () =>
      await expect.poll(async () => (await bench.recorded('arrivalLinked')).length, soon).toBe(1);
    expect(await by(bench, 'RMA-1001', linked)).toEqual(once);
  });

  test('at the desk: a case', async () => {
    const desk = await aBench(
      officeDocuments(),
      <DeskScreen
        askReplay={async () => {
          throw new Error('offline');
        }}
        askStations={async () => {
          throw new Error('offline');
        }}
      />,
      sara,
    );
    const arrival = await desk.receive('1Z999');
    expect(arrival.caseId).toBe('case-1');
    expect(await by(desk, '1Z999', async () => await desk.says('RMA-1001'))).toEqual(once);
  });
});
