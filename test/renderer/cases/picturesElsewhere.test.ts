import { expect, test } from 'vitest';
import { readCase, sourcesOfCases } from '../../../renderer/cases/caseSources.ts';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { picturesProveOnceSince } from '../../../shared/cases/reading/picturesElsewhere.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import { caseId, factId, photoId, unitGroupId } from '../../builders/cases/ids.ts';
import { aPhoto, aUnitGroup, recordedOn } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, officeDocuments } from '../../builders/station/aLoneStation.ts';

const picture = (letter: string) => letter.repeat(64);

function theCase(n: number, letter: string, takenOn = '2026-11-30'): readonly Change[] {
  const id = caseId(`case-${n}`);
  const group = unitGroupId(`group-${n}`);
  const counted = aUnitGroup({ id: factId(`${n}-count`), unitGroupId: group, caseId: id });
  const photo = aPhoto({
    id: factId(`${n}-photo`),
    caseId: id,
    photoId: photoId(`photo-${n}`),
    subject: { kind: 'unitGroup', unitGroupId: group },
    sha256: picture(letter),
    at: recordedOn(takenOn),
  });
  return [
    { collection: 'cases', id, body: aCase({ id, rma: `RMA-${5000 + n}` }) },
    ...[counted, photo].map(told),
  ];
}

const told = (fact: Fact): Change => ({
  collection: 'facts',
  id: fact.id,
  body: { fact, acceptedAt: fact.at.utc },
});

async function seenIn(n: number, changes: readonly Change[]) {
  const station = await aLoneStation(officeDocuments());
  await applyChanges(station.db, { changes: [...changes] }, station.clock.now());
  const sources = (await sourcesOfCases(station.db, [`case-${n}`])).get(`case-${n}`);
  if (!sources) throw new Error('no such case');
  return readCase(sources, '2026-11-30').references?.picturesElsewhere;
}

test('a picture another case recorded first proves nothing here, in that one it does', async () => {
  const changes = [...theCase(1, 'a'), ...theCase(2, 'a'), ...theCase(3, 'b')];
  expect(await seenIn(2, changes)).toEqual([{ sha256: picture('a'), caseId: 'case-1' }]);
  expect(await seenIn(1, changes)).toEqual([]);
  expect(await seenIn(3, changes)).toEqual([]);
});

test('of many cases read at once each is compared with those that share a picture with it', async () => {
  const station = await aLoneStation(officeDocuments());
  const pairs = 20;
  const numbers = Array.from({ length: pairs * 2 }, (_, n) => n);
  const letterOf = (n: number) => String.fromCharCode(97 + (n % pairs));
  const changes = numbers.flatMap((n) => theCase(n, letterOf(n)));
  await applyChanges(station.db, { changes }, station.clock.now());
  const ids = numbers.map((n) => `case-${n}`);
  const sources = [...(await sourcesOfCases(station.db, ids)).values()];
  expect(sources.map(({ elsewhere }) => elsewhere.pictures.length)).toEqual(numbers.map(() => 1));
});

test('of a picture that very many cases show, each is compared with a few', async () => {
  const station = await aLoneStation(officeDocuments());
  const numbers = Array.from({ length: 60 }, (_, n) => n + 100);
  const grant = aGrant({ caseId: caseId('case-159') });
  const changes: Change[] = numbers.flatMap((n) => theCase(n, 'a'));
  changes.push({ collection: 'grants', id: grant.id, body: grant });
  await applyChanges(station.db, { changes }, station.clock.now());
  const ids = numbers.map((n) => `case-${n}`);
  const sources = [...(await sourcesOfCases(station.db, ids)).values()];
  for (const { elsewhere } of sources)
    expect(elsewhere.pictures.length, String(elsewhere.pictures.length)).toBeLessThanOrEqual(3);
  const named = sources.map((one) => readCase(one, '2026-11-30').references?.picturesElsewhere);
  const isNamed = (n: number) => (n === 100 ? 'case-159' : 'case-100');
  expect(named).toEqual(numbers.map((n) => [{ sha256: picture('a'), caseId: isNamed(n) }]));
});

test('nor does one on which another case was granted something later', async () => {
  const grant = aGrant({ caseId: caseId('case-2') });
  const changes = [
    ...theCase(1, 'a'),
    ...theCase(2, 'a'),
    { collection: 'grants' as const, id: grant.id, body: grant },
  ];
  expect(await seenIn(1, changes)).toEqual([{ sha256: picture('a'), caseId: 'case-2' }]);
});

test('a record that was taken back stands in nobody’s way', async () => {
  const undone = aCorrection({
    id: factId('9-undo'),
    caseId: caseId('case-1'),
    corrects: factId('1-photo'),
  });
  const changes = [...theCase(1, 'a'), ...theCase(2, 'a'), told(undone)];
  expect(await seenIn(2, changes)).toEqual([]);
});

test('taken before the rule, a picture keeps the meaning it had', async () => {
  const before = '2026-11-18';
  expect(recordedOn(before).utc < picturesProveOnceSince).toBe(true);
  expect(await seenIn(2, [...theCase(1, 'a', before), ...theCase(2, 'a', before)])).toEqual([]);
});
