import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import type { Change, Collection } from '../../shared/sync/change.ts';
import { aReturnLine } from '../builders/cases/aCase.ts';
import { aClient } from '../builders/cases/aClient.ts';
import { aContract } from '../builders/cases/aContract.ts';
import { anOrderLine } from '../builders/cases/anOrderLine.ts';
import {
  arrivalId,
  caseId,
  clientId,
  contractId,
  factId,
  orderLineId,
  personId,
  siteId,
} from '../builders/cases/ids.ts';
import { aHold, anArrival, aRelease, aUnitGroup } from '../builders/cases/recordedFacts.ts';
import { caseNumber } from '../central/aCompany.ts';
import { aBlindReturn, aReturn } from '../central/aReturn.ts';
import { aStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

onEachDatabase('A station of another site', (ground) => {
  const two = async () => {
    const { central, keys } = ground();
    return {
      here: await aStation(central, keys),
      there: await aStation(central, keys, 'site-2'),
    };
  };
  const theirs = <F extends Fact>(fact: F): F => ({
    ...fact,
    siteId: siteId('site-2'),
    personId: personId('otto'),
  });

  test('neither links, corrects, counts, holds nor releases goods that came here', async () => {
    const { here, there } = await two();
    const number = ground().nextCase();
    const { blind, counted, opened, link } = aBlindReturn(number);
    const held = aHold({
      id: factId(`fact-held-${number}`),
      caseId: null,
      arrivalId: blind.arrivalId,
      personId: personId('dora'),
    });
    await here.record(blind, counted, held);
    const own = { ...opened, id: factId(`their-${opened.id}`), caseId: caseId(`theirs-${number}`) };
    const { stationId, at } = link;
    const attempts: readonly Fact[] = [
      theirs({ ...link, id: factId(`their-link-${number}`), caseId: own.caseId }),
      theirs({
        stationId,
        at,
        siteId: siteId('site-2'),
        personId: personId('otto'),
        id: factId(`their-correction-${number}`),
        kind: 'correction',
        caseId: null,
        corrects: blind.id,
        reason: 'Not here',
      }),
      theirs({ ...counted, id: factId(`their-count-${number}`) }),
      theirs({ ...held, id: factId(`their-hold-${number}`) }),
      theirs(
        aRelease({
          id: factId(`their-release-${number}`),
          caseId: null,
          arrivalId: blind.arrivalId,
          heldFactId: held.id,
        }),
      ),
      theirs({ ...blind, id: factId(`their-arrival-${number}`) }),
    ];
    expect(verdictsOf(await there.record(theirs(own)))).toEqual(['applied']);
    expect(verdictsOf(await there.record(...attempts))).toEqual([
      'refused otherSite',
      'refused otherSite',
      'refused otherSite',
      'refused otherSite',
      'refused otherSite',
      'refused idReused',
    ]);
    expect(verdictsOf(await here.record(opened, link))).toEqual(['applied', 'applied']);
  });

  test('a case the office moves there takes its arrival along, and is counted there', async () => {
    const { here, there } = await two();
    const number = ground().nextCase();
    const { arrival } = aReturn(number);
    await here.record(arrival);
    await ground().central.seed.putDocument({
      collection: 'cases',
      body: caseNumber(number, { siteId: siteId('site-2') }),
    });
    const count = aUnitGroup({
      id: factId(`moved-count-${number}`),
      caseId: caseId(`case-${number}`),
      arrivalId: arrivalId(`arrival-${number}`),
    });
    expect(verdictsOf(await there.record(theirs(count)))).toEqual(['applied']);
  });

  test('sees no client, contract, order line or answer but those its own cases draw on', async () => {
    const { here, there } = await two();
    const { seed } = ground().central;
    const papers: readonly Collection[] = ['clients', 'contracts', 'orderLines', 'precedents'];
    const paperIds = (changes: readonly Change[]) =>
      changes.flatMap((c) => (papers.includes(c.collection) && c.body ? [c.id] : []));
    const before = paperIds(await there.pullAll());
    const number = ground().nextCase();
    const { inspected, approval } = aReturn(number);
    const answer = { question: 'cause', unitGroupId: null, answer: 'maker', reason: 'Seen before' };
    const decided = { ...approval, answers: [answer] };
    expect(verdictsOf(await here.record(...inspected, decided)).at(-1)).toBe('applied');
    expect(paperIds(await here.pullAll())).toEqual(
      expect.arrayContaining(['client-1', `order-line-${number}`, `${approval.id}.1`]),
    );
    expect(paperIds(await there.pullAll())).toEqual(before);

    await seed.putDocuments([
      { collection: 'clients', body: aClient({ id: clientId('far-client') }) },
      { collection: 'contracts', body: aContract({ id: contractId('far-contract') }) },
      { collection: 'orderLines', body: anOrderLine({ id: orderLineId(`far-${number}`) }) },
    ]);
    const far = ['far-client', 'far-contract.v1', `far-${number}`];
    const paper = caseNumber(0, {
      id: caseId(`far-case-${number}`),
      siteId: siteId('site-2'),
      clientId: clientId('far-client'),
      contractId: contractId('far-contract'),
      lines: [aReturnLine({ orderLineId: orderLineId(`far-${number}`) })],
    });
    await seed.putDocument({ collection: 'cases', body: paper });
    const toldThere = await there.pullAll();
    expect(paperIds(toldThere)).toEqual(expect.arrayContaining(far));
    const places = [...far, paper.id].map((id) => toldThere.findIndex((c) => c.id === id));
    expect(Math.max(...places)).toBe(places.at(-1));
    // A new version of what a site sees goes where the earlier one went, and nowhere else.
    await seed.putDocuments([
      { collection: 'clients', body: aClient({ id: clientId('far-client'), name: 'Renamed' }) },
      { collection: 'contracts', body: aContract({ id: contractId('far-contract'), version: 2 }) },
    ]);
    expect(paperIds(await there.pullAll())).toContain('far-contract.v2');
    const seen = paperIds(await here.pullAll());
    expect(seen.filter((id) => id.startsWith('far-'))).toEqual([]);
  });

  test('gets no receipt, papers or goods by naming them', async () => {
    const { here, there } = await two();
    const number = ground().nextCase();
    await here.record(...aReturn(number).inspected, anArrival({ ...aBlindReturn(number).blind }));
    for (const path of [`/central/cases/case-${number}`, `/central/cases/case-${number}/refunds`])
      expect((await there.call('GET', path)).status).toBe(404);
    const told = JSON.stringify(await there.pullAll());
    for (const id of [`case-${number}`, `arrival-${number}"`, `blind-${number}"`])
      expect(told).not.toContain(id);
  });
});
