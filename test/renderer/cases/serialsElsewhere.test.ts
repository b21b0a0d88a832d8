import { expect, test, vi } from 'vitest';
import { sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { isSamePiece } from '../../../shared/facts/serials.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { caseId, factId, unitGroupId } from '../../builders/cases/ids.ts';
import { aUnitGroup } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, officeDocuments } from '../../builders/station/aLoneStation.ts';

vi.mock('../../../shared/facts/serials.ts', { spy: true });

const many = 150;

/** Two pieces each, one of them as its neighbour has it. */
function counted(n: number): readonly Change[] {
  const id = caseId(`case-${n}`);
  const fact = aUnitGroup({
    id: factId(`count-${n}`),
    unitGroupId: unitGroupId(`group-${n}`),
    caseId: id,
    serials: [`SN-${n}`, `SN-${n + 1}`],
    quantity: 2,
  });
  return [
    { collection: 'cases', id, body: aCase({ id, rma: `RMA-${5000 + n}` }) },
    { collection: 'facts', id: fact.id, body: { fact, acceptedAt: fact.at.utc } },
  ];
}

test('pieces of hundreds of cases are looked for elsewhere without comparing each with every other', async () => {
  const station = await aLoneStation(officeDocuments());
  const numbers = Array.from({ length: many }, (_, n) => n);
  await applyChanges(station.db, { changes: numbers.flatMap(counted) }, station.clock.now());
  vi.mocked(isSamePiece).mockClear();
  const sources = await sourcesOfCases(
    station.db,
    numbers.map((n) => `case-${n}`),
  );
  expect(vi.mocked(isSamePiece).mock.calls.length).toBeLessThan(8 * many);
  // Shipped twice by the same order line: the piece was here before.
  expect(sources.get('case-7')?.elsewhere.serials).toMatchObject([
    { serial: 'SN-7', caseId: 'case-6' },
    { serial: 'SN-8', caseId: 'case-8' },
  ]);
});

test('of pieces that one case alone has no count is read again', async () => {
  const station = await aLoneStation(officeDocuments());
  const numbers = [2, 4, 6, 7];
  await applyChanges(station.db, { changes: numbers.flatMap(counted) }, station.clock.now());
  const read = vi.spyOn(station.db.facts, 'bulkGet');
  const alone = await sourcesOfCases(station.db, ['case-2', 'case-4']);
  expect(alone.get('case-4')?.elsewhere.serials).toEqual([]);
  expect(read).not.toHaveBeenCalled();
  const shared = await sourcesOfCases(station.db, ['case-2', 'case-7']);
  expect(read.mock.calls).toEqual([[['count-6']]]);
  expect(shared.get('case-7')?.elsewhere.serials).toMatchObject([{ caseId: 'case-6' }]);
});
