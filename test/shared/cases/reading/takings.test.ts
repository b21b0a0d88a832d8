import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitFact } from '../../../../shared/cases/admitFact.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { basisOf } from '../../../../shared/cases/reading/layers.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import { CaseHandedOverFact, CaseTakenFact } from '../../../../shared/facts/takingFacts.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aDecision, aFinishedInspection, aPerson } from '../../../builders/cases/decidedFacts.ts';
import { arrivalId, factId, personId, verdictId } from '../../../builders/cases/ids.ts';
import {
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';
import { aHandOver, aTaking } from '../../../builders/cases/takings.ts';

const here: readonly Fact[] = [anArrival(), aUnitGroup()];
const [ines, jonas] = [personId('ines'), personId('jonas')];
const read = (...facts: readonly Fact[]) => readCaseFile(aCase(), [...here, ...facts]);
const who = (...facts: readonly Fact[]) => read(...facts).takings.map(({ personId: id }) => id);
const byJonas = aTaking({
  id: factId('fact-taken-2'),
  personId: jonas,
  place: 'Bench 2',
  at: recordedOn('2026-11-20'),
});

describe('A case is with whoever took it', () => {
  test('with nobody before, and then with name, place and time', () => {
    expect(read().takings).toEqual([]);
    expect(read(aTaking()).takings).toEqual([
      {
        personId: 'ines',
        since: '2026-11-19T15:00:00.000Z',
        stationId: 'station-1',
        place: 'Bench 1',
        ids: ['fact-taken-1'],
        isInspecting: false,
      },
    ]);
  });

  test('with both where two took it, the first in front, whatever came in first', () => {
    expect(who(aTaking(), byJonas)).toEqual(['ines', 'jonas']);
    expect(who(byJonas, aTaking())).toEqual(['ines', 'jonas']);
  });

  test('since when it was by central’s clock, where a station’s was hours off or ran ahead', () => {
    const off = { ...recordedOn('2026-11-19'), offsetMs: -3 * 60 * 60 * 1000 };
    expect(read(aTaking({ at: off })).takings).toMatchObject([
      { since: '2026-11-19T12:00:00.000Z' },
    ]);
    const acceptedAt = new Map([[aTaking().id, '2026-11-19T09:00:00.000Z']]);
    const known = readCaseFile(aCase(), [...here, aTaking()], [], [], acceptedAt);
    expect(known.takings).toMatchObject([{ since: '2026-11-19T09:00:00.000Z' }]);
    // Whoever took it first stands first, whatever the clocks said.
    expect(who(byJonas, aTaking({ at: { ...off, offsetMs: 3 * 24 * 60 * 60 * 1000 } }))).toEqual([
      'jonas',
      'ines',
    ]);
  });

  test('since the first time, at the place of the last', () => {
    const later = aTaking({
      id: factId('fact-taken-3'),
      place: 'Bench 3',
      at: recordedOn('2026-11-20'),
    });
    expect(read(aTaking(), later).takings).toMatchObject([
      { since: aTaking().at.utc, place: 'Bench 3', ids: ['fact-taken-1', 'fact-taken-3'] },
    ]);
  });

  test('with whoever found or pictured something, though nobody took it', () => {
    expect(read(aFinding({ personId: jonas })).takings).toMatchObject([
      { personId: 'jonas', place: null, ids: [], isInspecting: true },
    ]);
    expect(who(aPhoto({ personId: jonas }))).toEqual(['jonas']);
    const door = { kind: 'arrival', arrivalId: arrivalId('arrival-1') } as const;
    expect(who(aPhoto({ personId: jonas, subject: door }))).toEqual([]);
  });
});

describe('It is over', () => {
  test('with a hand-over that names it: to another, who has it from then on', () => {
    const given = aHandOver({ to: jonas, at: recordedOn('2026-11-20') });
    expect(read(aTaking(), given).takings).toMatchObject([
      { personId: 'jonas', since: '2026-11-20T15:00:00.000Z', place: null, ids: [given.id] },
    ]);
    expect(who(aTaking(), aHandOver())).toEqual([]);
    const back = aHandOver({ id: factId('fact-handed-2'), from: jonas, ends: [given.id] });
    expect(who(aTaking(), given, back)).toEqual([]);
  });

  test('not with one that came before it, however late that comes in', () => {
    const again = aTaking({ id: factId('fact-taken-0') });
    expect(who(aTaking(), aHandOver(), again)).toEqual(['ines']);
    expect(who(again, aTaking(), aHandOver())).toEqual(['ines']);
  });

  test('not for another: one names what one has oneself', () => {
    const ofJonas = aHandOver({ ends: [aTaking().id, byJonas.id] });
    expect(who(aTaking(), byJonas, ofJonas)).toEqual(['jonas']);
  });

  test('what was found before stays found, and keeps nobody', () => {
    expect(who(aTaking(), aFinding({ personId: ines }), aHandOver())).toEqual([]);
    const again = aTaking({ id: factId('fact-taken-3') });
    expect(who(aTaking(), aFinding({ personId: ines }), aHandOver(), again)).toEqual(['ines']);
  });

  test('with an inspection one finishes oneself, not with one finished before or by another', () => {
    const finished = aFinishedInspection({ personId: ines });
    const work = [aFinding({ personId: ines }), aPhoto({ personId: ines })];
    expect(who(aTaking(), ...work, finished)).toEqual([]);
    expect(who(byJonas, ...work, finished)).toEqual(['jonas']);
    const sentBack = aDecision({ decision: 'sendBack' });
    const again = aTaking({ id: factId('fact-taken-3'), after: [finished.id] });
    expect(who(aTaking(), ...work, finished, sentBack, again)).toEqual(['ines']);
    const more = aFinding({ id: factId('fact-finding-9'), personId: ines });
    expect(who(...work, finished, sentBack, more)).toEqual(['ines']);
    // A picture added to what is finished begins nothing.
    expect(who(...work, finished, aPhoto({ id: factId('late'), personId: ines }))).toEqual([]);
  });
});

describe('Having a case', () => {
  test('is no duty: whoever took it and found nothing may decide about it', () => {
    expect(read(aTaking({ personId: personId('sara') }), aHandOver()).duties.inspected).toEqual([]);
  });

  test('is nothing a verdict rests on, nor is refused with', () => {
    const file = read(aTaking(), aFinding(), aHandOver());
    const [first] = file.layers;
    if (!first) throw new Error('no inspection');
    const basis = basisOf(file.facts, file.layers, first);
    expect(basis).toContain(aFinding().id);
    expect(basis).not.toContain(aTaking().id);
    expect(basis).not.toContain(aHandOver().id);
  });

  test('changes nothing else: an older build, that knows of none, reads the same case', () => {
    const work = [aFinding(), aFinishedInspection(), aDecision()];
    const { facts: _facts, takings: _takings, ...known } = read(aTaking(), ...work, aHandOver());
    const { facts: _fewer, takings: _none, ...unknown } = read(...work);
    expect(known).toEqual(unknown);
  });

  test('is the same from the same facts in any order, and repeated', () => {
    const facts = [
      aTaking(),
      byJonas,
      aHandOver({ to: jonas }),
      aHandOver({ id: factId('fact-handed-2'), from: jonas, ends: [byJonas.id] }),
      aFinding({ personId: jonas }),
      aFinishedInspection({ personId: ines, verdictId: verdictId('verdict-9') }),
    ];
    const expected = read(...facts).takings;
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: 12 }), (shuffled) => {
        expect(read(...shuffled).takings).toEqual(expected);
      }),
    );
  });
});

describe('Admitted by the one rule', () => {
  const admit = (fact: Fact, roles: ('dock' | 'inspector' | 'supervisor')[], known = true) =>
    admitFact(fact, aPerson({ id: fact.personId, roles }), {
      file: known ? read(aTaking()) : null,
      arrival: null,
      twin: null,
      target: null,
      isIdTaken: false,
      references: null,
      refunds: [],
      owner: null,
      goods: [],
    });

  test('taking blocks nobody: a second inspector takes what another has', () => {
    expect(admit(byJonas, ['inspector'])).toMatchObject({ ok: true });
    expect(admit(byJonas, ['dock'])).toMatchObject({ refusal: { code: 'notYourRole' } });
    expect(admit(byJonas, ['inspector'], false)).toEqual({
      ok: false,
      refusal: { code: 'unknownCase' },
    });
  });

  test('one hands over what one has, takes over what another has, and a supervisor does it for others', () => {
    const forInes = aHandOver({ personId: jonas });
    expect(admit(aHandOver(), ['inspector']).ok).toBe(true);
    expect(admit({ ...forInes, to: jonas }, ['inspector']).ok).toBe(true);
    expect(admit(forInes, ['supervisor']).ok).toBe(true);
    expect(admit(forInes, ['inspector'])).toEqual({
      ok: false,
      refusal: { code: 'notYourRole', needs: ['supervisor'] },
    });
  });

  test('nothing hostile is longer than a hand would make it', () => {
    const many = Array.from({ length: 51 }, (_, n) => `fact-${n}`);
    expect(CaseTakenFact.safeParse({ ...aTaking(), after: many }).success).toBe(false);
    expect(CaseTakenFact.safeParse({ ...aTaking(), place: 'B'.repeat(61) }).success).toBe(false);
    expect(CaseHandedOverFact.safeParse({ ...aHandOver(), ends: many }).success).toBe(false);
    expect(CaseHandedOverFact.safeParse({ ...aHandOver(), note: 'n'.repeat(301) }).success).toBe(
      false,
    );
  });
});
