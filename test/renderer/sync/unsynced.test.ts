import { expect, onTestFinished, test, vi } from 'vitest';
import { holdCase } from '../../../renderer/actions/holdCase.ts';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, ivan, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

const announced = (many: number): readonly Change[] =>
  Array.from({ length: many }, (_, n) => {
    const id = caseId(`many-${n}`);
    return { collection: 'cases', id, body: aCase({ id, rma: `RMA-${n}` }) };
  });

/** What each writing transaction that holds this table asks of the disk, of databases opened since. */
function asked(table: string): (string | undefined)[] {
  const durability: (string | undefined)[] = [];
  const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
    ?.value as typeof IDBDatabase.prototype.transaction;
  const began = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    tables,
    mode,
    options,
  ) {
    if (mode === 'readwrite' && [tables].flat().includes(table))
      durability.push(options?.durability);
    return begin.call(this, tables, mode, options);
  });
  onTestFinished(() => began.mockRestore());
  return durability;
}

test('the disk is not waited for after each part of a first pull, but after its last', async () => {
  const central = smallCentral([...officeDocuments(), ...announced(2_600)]);
  const durability = asked('casePages');
  const station = await aLoneStation([]);
  const parts = syncPartsOf(station, central);
  durability.length = 0;
  await pullChanges(parts);
  // Six pages.
  expect(durability.filter((one) => one === 'relaxed')).toHaveLength(5);
  expect(durability.at(-1)).toBe('strict');
  durability.length = 0;
  central.feed.push(...announced(2_600));
  await pullChanges(parts);
  expect(new Set(durability)).toEqual(new Set(['strict']));
});

test('what a person saves in the middle of it is on the disk', async () => {
  const central = smallCentral([...officeDocuments(), ...announced(2_600)]);
  const durability = asked('outbox');
  const station = await aLoneStation([]);
  const parts = syncPartsOf(station, central);
  const hold = { reason: 'customs', pausesClock: false, note: '' } as const;
  let asks = 0;
  const pull: typeof parts.central.pull = async (query) => {
    asks += 1;
    if (asks === 4) {
      const from = durability.length;
      accepted(await holdCase(station.as(ivan), { ...hold, caseId: caseId('many-7') }));
      expect(durability.slice(from)).toContain('strict');
    }
    return await parts.central.pull(query);
  };
  await pullChanges({ ...parts, central: { ...parts.central, pull } });
  expect(asks).toBe(6);
  expect(durability).toContain('relaxed');
});
