import { beforeAll, expect, test } from 'vitest';
import { aCalendar } from '../../builders/cases/aCalendar.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { contractId, siteId } from '../../builders/cases/ids.ts';
import { caseNumber } from '../aCompany.ts';
import { aStation, type TestStation } from '../aStation.ts';
import { anInspectedStory } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

type OfCase = { readonly question: string; readonly answer: string };

/** Received on Monday 2 November, applied for on Monday 9 November, with five working days to do so. */
onEachDatabase('Central counts the client’s own periods', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    const { central, keys } = ground();
    station = await aStation(central, keys);
    // A country that works on Saturdays, and so is a day ahead.
    const ofCountry = aCalendar({ siteId: siteId('six-days'), weekendDays: [7] });
    await central.seed.putDocuments([{ collection: 'calendars', body: ofCountry }]);
  });

  async function approvedUnder(periodCalendar: string | null, answers: readonly OfCase[] = []) {
    const number = ground().nextCase();
    const contract = aContract({
      id: contractId(`contract-${number}`),
      returnPeriod: { days: 5, kind: 'workingDays', receiptDayCounts: false },
      ...(periodCalendar === null ? {} : { periodCalendar }),
    });
    await ground().central.seed.putDocuments([
      { collection: 'contracts', body: contract },
      { collection: 'cases', body: caseNumber(number, { contractId: contract.id }) },
    ]);
    const story = anInspectedStory(number, { ten: 10 });
    const ofCase = answers.map((answer) => ({ ...answer, unitGroupId: null }));
    story.decide('sara', [{ group: 'ten' }], {}, ofCase);
    return (await station.record(...story.facts)).results.at(-1);
  }

  test('on the site’s calendar where the contract names none: in time', async () => {
    expect(await approvedUnder(null)).toMatchObject({ kind: 'applied' });
  });

  test('on the calendar the contract names: a day late, so a person is asked', async () => {
    expect(await approvedUnder('six-days')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'questionOpen', question: 'lateRealDefect' },
    });
  });

  test('never on the site’s where it does not know the one the contract names: a person is asked', async () => {
    expect(await approvedUnder('nobody-gave-it')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'questionOpen', question: 'noReturnPeriod' },
    });
    const inTime = { question: 'noReturnPeriod', answer: 'treatAsInTime' };
    expect(await approvedUnder('nobody-gave-it', [inTime])).toMatchObject({ kind: 'applied' });
  });
});
