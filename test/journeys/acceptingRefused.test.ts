import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { registerDemoPerson } from '../../central/people/personRows.ts';
import { acceptAnyway } from '../../renderer/actions/acceptAnyway.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { refusals } from '../../renderer/queries/station/refusals.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';
import type { Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { people } from '../central/aCompany.ts';
import { temporaryFolder } from '../electron/temporaryFolder.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, inspect } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(4);
const reason = 'They were here that day, and I saw the goods.';

/** The office gave both of the floor new keys a while ago; a station without a network cannot know. */
async function newKeys() {
  const anHourAgo = () => new Date(now() - 60 * 60_000);
  for (const person of people.filter(({ badge }) => ['DORA01', 'IVAN01'].includes(badge)))
    await registerDemoPerson(central().database, person, '123456', anHourAgo);
}

async function refusedAt(station: Station) {
  return (await refusals(station.db)).toSorted((a, b) => (a.fact.at.utc < b.fact.at.utc ? -1 : 1));
}

describe('What central refused of honest floor work', () => {
  test('is accepted by a supervisor at the station, counts there and everywhere, photos with it', async () => {
    const theCase = aCase();
    const station = await aStation(central());
    station.goOffline();
    const made = await inspect(station, theCase);
    await newKeys();
    station.goOnline();
    await station.quiet();
    const refused = await refusedAt(station);
    expect(refused.map(({ kind }) => kind)).toEqual([
      'arrival',
      'unitsCounted',
      'photoTaken',
      'finding',
      'inspectionFinished',
    ]);
    expect(refused[0]).toMatchObject({
      recordedBy: 'Dora',
      why: { refusal: { code: 'keyRetired', why: 'replaced' } },
    });

    station.goOffline();
    const sara = await station.signIn('SARA01');
    for (const { fact, hash } of refused)
      accepted(await acceptAnyway(sara, { refused: { fact, hash: hash ?? '' }, reason }));
    const waiting = await refusedAt(station);
    expect(waiting.map(({ acceptedBy }) => acceptedBy)).toEqual(Array(5).fill('Sara'));

    station.goOnline();
    await station.quiet();
    expect(await refusedAt(station)).toEqual([]);
    const other = await aStation(central());
    for (const { db } of [station, other]) {
      const view = await caseView(db, theCase, now());
      expect(view?.file.findings).toHaveLength(1);
      expect(view?.file.heads).toEqual([made.inspection.verdictId]);
    }
    // Who vouched for the work does not decide about its money.
    expect(refusedWith(await approve(sara, made)).code).toBe('ownHandsOnCase');
    accepted(await approve(await other.signIn('OLGA01'), made));
    await other.quiet();
    await until('the refund is started', async () => {
      await other.quiet();
      return (await caseView(other.db, theCase, now()))?.file.state === 'refundStarted';
    });
  });

  test('is accepted where it was brought, when its own station is gone', async () => {
    const [file, theCase] = [path.join(await temporaryFolder(), 'dock.quayside-rescue'), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    lost.goOffline();
    await inspect(lost, theCase);
    const { code } = accepted(await lost.abilities.desktop.exportUnsent({ photos: null }));
    await newKeys();

    const helper = await aStation(central(), { rescueFile: file });
    const sara = await helper.signIn('SARA01');
    accepted(await helper.abilities.desktop.chooseRescueFile({}));
    accepted(await helper.abilities.desktop.importRescue({ code, partly: false }));
    const standing = async () =>
      (await helper.abilities.desktop.rescueStatus({})).stations.find(
        ({ stationId }) => stationId === lost.enrolment.stationId,
      );
    await until('it is handed in', async () => (await standing())?.commands.waiting === 0);
    const refused = (await standing())?.refusals ?? [];
    expect(refused).toHaveLength(5);
    for (const { sealed } of refused) {
      if (!sealed) throw new Error('nothing to accept');
      accepted(await acceptAnyway(sara, { refused: sealed, reason }));
    }
    await helper.quiet();
    expect(await refusals(helper.db)).toEqual([]);
    const view = await caseView(helper.db, theCase, now());
    expect(view?.file.findings).toHaveLength(1);
  });
});
