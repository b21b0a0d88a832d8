import { describe, expect, test } from 'vitest';
import { handOverCase } from '../../renderer/actions/handOverCase.ts';
import { takeCase } from '../../renderer/actions/takeCase.ts';
import { worklist } from '../../renderer/queries/lists/worklist.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { refusals } from '../../renderer/queries/station/refusals.ts';
import { accepted } from '../builders/cases/accepted.ts';
import type { Station } from '../builders/station/station.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { count, find, finish, receive } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(1);

const rowOf = async (station: Station, caseId: string) =>
  (await worklist(station.db, 'bench', now())).find((row) => row.caseId === caseId);
const holders = async (station: Station, caseId: string) =>
  (await rowOf(station, caseId))?.heldBy.map(({ name }) => name);

describe('Two inspectors at two stations', () => {
  test('see each other in one case, with what each has found, and nobody’s work is refused', async () => {
    const theCase = aCase();
    const [one, two] = [
      await aStation(central(), { stationName: 'Dock 1' }),
      await aStation(central(), { stationName: 'Dock 2' }),
    ];
    const units = await count(
      await one.signIn('DORA01'),
      await receive(await one.signIn('DORA01'), theCase),
    );
    await one.quiet();
    await two.quiet();
    expect(await rowOf(two, theCase)).toMatchObject({ state: 'received', heldBy: [] });

    // Both take it before either hears of the other.
    const [olga, ivan] = [await one.signIn('OLGA01'), await two.signIn('IVAN01')];
    accepted(await takeCase(olga, theCase));
    accepted(await takeCase(ivan, theCase));
    await find(ivan, units);
    await one.quiet();
    await two.quiet();
    await one.quiet();
    for (const station of [one, two]) {
      expect((await holders(station, theCase))?.toSorted()).toEqual(['Ivan Petrov', 'Olga']);
      expect(await refusals(station.db)).toEqual([]);
    }
    const view = await caseView(one.db, theCase, now());
    expect(view?.file.findings).toMatchObject([{ personId: ivan.person.personId }]);
    expect(view?.people.get(ivan.person.personId)?.name).toBe('Ivan Petrov');
    expect(view?.file.takings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          personId: ivan.person.personId,
          place: 'Dock 2',
          isInspecting: true,
        }),
        expect.objectContaining({
          personId: olga.person.personId,
          place: 'Dock 1',
          isInspecting: false,
        }),
      ]),
    );

    // The one gives way; the other finishes, and has it no more.
    accepted(
      await handOverCase(olga, {
        caseId: theCase,
        from: olga.person.personId,
        to: null,
        note: '',
      }),
    );
    await finish(ivan, theCase);
    await two.quiet();
    await one.quiet();
    await two.quiet();
    for (const station of [one, two]) {
      const file = (await caseView(station.db, theCase, now()))?.file;
      expect(file).toMatchObject({ state: 'verdictProposed', takings: [] });
      expect(file?.duties.inspected).toEqual([ivan.person.personId]);
    }
  });
});
