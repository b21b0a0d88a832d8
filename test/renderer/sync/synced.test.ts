import { expect, onTestFinished, test, vi } from 'vitest';
import { pullChanges } from '../../../renderer/sync/pull/pullChanges.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, officeDocuments } from '../../builders/station/aLoneStation.ts';
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

test('the disk is waited for after each part of a first pull: a large page is a file of its own', async () => {
  const central = smallCentral([...officeDocuments(), ...announced(2_600)]);
  const durability = asked('casePages');
  const station = await aLoneStation([]);
  const parts = syncPartsOf(station, central);
  durability.length = 0;
  await pullChanges(parts);
  expect(durability.length).toBeGreaterThanOrEqual(6);
  expect(new Set(durability)).toEqual(new Set(['strict']));
});
