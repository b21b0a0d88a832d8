/** What the next finding at the bench is about until somebody says otherwise. */
import { describe, expect, test } from 'vitest';
import { unitsNotFound } from '../../../../shared/policy/reading/placing.ts';
import { findingId } from '../../../builders/cases/ids.ts';
import { aFinding, aUnitGroup, recordedOn } from '../../../builders/cases/recordedFacts.ts';

const thousand = (from: number, to: number) => ({ from: from * 1000, to: to * 1000 });
const on = (name: string, from: number, to: number, day: string) =>
  aFinding({
    findingId: findingId(name),
    quantity: to - from,
    units: [{ from, to }],
    at: recordedOn(day),
  });

describe('units of a group, by what was found on them', () => {
  const group = aUnitGroup();

  test('others: the first no finding is about, and no more than there are', () => {
    const found = [on('a', 0, 2, '2026-11-18'), on('b', 4, 6, '2026-11-18')];
    expect(unitsNotFound(group, found, 3)).toEqual([thousand(2, 4), thousand(6, 7)]);
    expect(unitsNotFound(group, found, 9)).toEqual([thousand(2, 4), thousand(6, 10)]);
    expect(unitsNotFound(group, [on('all', 0, 10, '2026-11-18')], 1)).toEqual([]);
  });
});
