import { expect, test } from 'vitest';
import { documentsOf } from '../../../central/documents/documentRows.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  caseId,
  factId,
  personId,
  siteId,
  stationId,
  verdictId,
} from '../../builders/cases/ids.ts';
import { aFinding, aHold } from '../../builders/cases/recordedFacts.ts';
import { people } from '../aCompany.ts';
import { aBlindReturn, aReturn } from '../aReturn.ts';
import { aStation, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('what stations push', (ground) => {
  const station = () => aStation(ground().central, ground().keys);

  test('a return goes from the door to one refund, and other stations of the site hear of it', async () => {
    const number = ground().nextCase();
    const { inspected, approval } = aReturn(number);
    const pushed = await (await station()).record(...inspected, approval);
    expect(verdictsOf(pushed)).toEqual(Array.from({ length: 5 }, () => 'applied'));
    expect(pushed.expectedSequence).toBeNull();
    await ground().central.refunds.idle();
    const changes = await (await station()).pullAll();
    const refunds = changes.filter((change) => change.id === `verdict-${number}`);
    expect(refunds).toMatchObject([
      {
        collection: 'refunds',
        body: {
          caseId: `case-${number}`,
          amount: 125_000,
          currency: 'USD',
          state: 'instructed',
          arrivedAt: '2026-11-18T15:00:00.000Z',
          dueOn: '2026-11-27',
          creditNote: `CN-RMA-${1000 + number}-1`,
        },
      },
    ]);
    const facts = changes.flatMap((c) =>
      c.collection === 'facts' && c.body?.fact.caseId === `case-${number}`
        ? [c.body.fact.kind]
        : [],
    );
    expect(facts.toSorted()).toEqual([
      'arrival',
      'finding',
      'inspectionFinished',
      'unitsCounted',
      'verdictDecided',
    ]);
  });

  test('a second delivery changes nothing and gets the same answers', async () => {
    const sender = await station();
    const { inspected, approval } = aReturn(ground().nextCase());
    const refused = aFinding({ id: factId(`again-${approval.id}`), personId: personId('sara') });
    const commands = [...inspected, approval, refused].map((fact) => sender.seal(fact));
    const first = await sender.push(commands);
    await ground().central.refunds.idle();
    const before = await sender.pull();
    const second = await sender.push(commands);
    await ground().central.refunds.idle();
    const after = await sender.pull();
    expect(second.results).toEqual(
      first.results.map((r) => (r.kind === 'applied' ? { ...r, kind: 'duplicate' } : r)),
    );
    expect(first.results.at(-1)).toMatchObject({ kind: 'refused' });
    expect(after.changes).toEqual(before.changes);
    expect((await sender.pull(before.cursor)).changes).toEqual([]);
  });

  test('a gap applies nothing and says which number is expected', async () => {
    const sender = await station();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    const [first, second, third] = [arrival, count, finding].map((fact) => sender.seal(fact));
    expect(await sender.push([second, third])).toMatchObject({ results: [], expectedSequence: 1 });
    const partly = await sender.push([first, third]);
    expect(verdictsOf(partly)).toEqual(['applied']);
    expect(partly.expectedSequence).toBe(2);
    expect(verdictsOf(await sender.push([first, second, third]))).toEqual([
      'duplicate',
      'applied',
      'applied',
    ]);
  });

  test('what central cannot read is put aside in its place, and the rest goes on', async () => {
    const sender = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    const strange = sender.seal({
      ...arrival,
      kind: 'teleported',
      id: `odd-${arrival.id}`,
    } as never);
    const answer = await sender.push([strange, sender.seal(arrival), sender.seal(count)]);
    expect(verdictsOf(answer)).toEqual(['quarantined', 'applied', 'applied']);
    expect(answer.results[0]).toMatchObject({ id: `odd-${arrival.id}` });
    expect(verdictsOf(await sender.push([strange]))).toEqual(['quarantined']);
  });

  test('rubbish among commands takes no number', async () => {
    const sender = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    const answer = await sender.push([null, sender.seal(arrival), 'x', [], sender.seal(count)]);
    expect(verdictsOf(answer)).toEqual([
      'quarantined',
      'applied',
      'quarantined',
      'quarantined',
      'applied',
    ]);
  });

  test('what the database cannot hold is put aside without stopping other cases', async () => {
    const sender = await station();
    const first = aReturn(ground().nextCase());
    const second = aReturn(ground().nextCase());
    const poison = { ...first.arrival, id: factId(`nul-${first.arrival.id}`), note: 'a\u0000b' };
    const commands = [first.arrival, poison, second.arrival, second.count].map((f) =>
      sender.seal(f),
    );
    const answer = await sender.push(commands);
    expect(verdictsOf(answer)).toEqual(['applied', 'quarantined', 'applied', 'applied']);
    expect(verdictsOf(await sender.push(commands))).toEqual([
      'duplicate',
      'quarantined',
      'duplicate',
      'duplicate',
    ]);
  });

  test('what no database keeps is put aside at once, and does not wait for what it rests on', async () => {
    const [early, late] = [await station(), await station()];
    const { arrival, count } = aReturn(ground().nextCase());
    if (count.kind !== 'unitsCounted') throw new Error('not a count');
    const poison = { ...count, article: { ...count.article, name: 'a\u0000b' } };
    const commands = [early.seal(poison)];
    expect(verdictsOf(await early.push(commands))).toEqual(['quarantined']);
    await late.record(arrival);
    expect(verdictsOf(await early.push(commands))).toEqual(['quarantined']);
  });

  test('a reused id is refused, whoever sends it, and nothing of it is kept', async () => {
    const one = await station();
    const other = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    await one.record(arrival);
    const changed = { ...arrival, packages: 9 } as Fact;
    expect(verdictsOf(await one.record(changed, count))).toEqual(['refused idReused', 'applied']);
    expect(verdictsOf(await other.record(arrival))).toEqual(['refused idReused']);
    expect((await other.pullAll()).filter((c) => c.id === arrival.id)).toMatchObject([
      { body: { fact: { packages: 1, stationId: one.id } } },
    ]);
  });

  test('a command that does not follow the last one, or was changed afterwards, breaks the chain', async () => {
    const sender = await station();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    const [one, two, three] = [arrival, count, finding].map((fact) => sender.seal(fact));
    const changed = { ...two, fact: { ...count, quantity: 9 } };
    expect(verdictsOf(await sender.push([one, changed, three]))).toEqual([
      'applied',
      'refused brokenChain',
      'refused unknownUnitGroup',
    ]);
    const elsewhere = await station();
    const foreign = elsewhere.seal(aHold({ id: factId(`hold-${arrival.id}`) }));
    const unlinked = { ...foreign, previousHash: 'f'.repeat(64) };
    expect(verdictsOf(await elsewhere.push([unlinked]))).toEqual(['refused brokenChain']);
  });

  test("a signature by another person's key is refused, and the chain goes on behind it", async () => {
    const { keys, central } = ground();
    const ivansKey = keys.get('ivan');
    if (!ivansKey) throw new Error('no key');
    const swapped = new Map([...keys, ['dora', ivansKey]]);
    const forger = await aStation(central, swapped);
    const { arrival } = aReturn(ground().nextCase());
    const honest = { ...arrival, id: factId(`honest-${arrival.id}`), personId: personId('ivan') };
    expect(verdictsOf(await forger.record(arrival, honest))).toEqual([
      'refused badSignature',
      'applied',
    ]);
  });

  test('nobody works at another site, from another site, or under the name of another station', async () => {
    const here = await station();
    const there = await aStation(ground().central, ground().keys, 'site-2');
    const number = ground().nextCase();
    const { arrival } = aReturn(number);
    const named = (what: string, change: object) => ({
      ...arrival,
      id: factId(`${what}-${number}`),
      ...change,
    });
    expect(
      verdictsOf(
        await here.record(
          named('elsewhere', { siteId: siteId('site-2') }),
          named('stranger', { personId: personId('otto') }),
        ),
      ),
    ).toEqual(['refused otherSite', 'refused otherSite']);
    expect(
      verdictsOf(
        await there.record(
          named('case-of-site-1', { siteId: siteId('site-2'), personId: personId('otto') }),
        ),
      ),
    ).toEqual(['refused otherSite']);
    const sealed = here.seal(named('borrowed', {}));
    expect(verdictsOf(await there.push([sealed]))).toEqual(['refused otherSite']);
    const posing = { ...sealed, fact: { ...sealed.fact, stationId: stationId(there.id) } };
    expect(verdictsOf(await here.push([posing]))).toEqual(['refused brokenChain']);
  });

  test('the journal of a dead station can be handed in by another one of its site', async () => {
    const dead = await station();
    const living = await station();
    const { arrival, count } = aReturn(ground().nextCase());
    const commands = [arrival, count].map((fact) => dead.seal(fact));
    expect(verdictsOf(await living.push(commands))).toEqual(['applied', 'applied']);
    expect(verdictsOf(await dead.push(commands))).toEqual(['duplicate', 'duplicate']);
  });

  test('an inactive person records nothing more', async () => {
    const sender = await station();
    const dora = people.find((p) => p.id === 'dora');
    if (!dora) throw new Error('no dora');
    const { arrival, count } = aReturn(ground().nextCase());
    await sender.record(arrival);
    await ground().central.seed.putDocument({
      collection: 'people',
      body: { ...dora, active: false },
    });
    // The station had heard of it.
    const at = { ...count.at, knownAfter: new Date(Date.now() + 3_600_000).toISOString() };
    expect(verdictsOf(await sender.record({ ...count, personId: dora.id, at }))).toEqual([
      'refused inactivePerson',
    ]);
    await ground().central.seed.putDocument({ collection: 'people', body: dora });
  });

  test('what has not arrived yet is waited for, and applied once it is there', async () => {
    const dock = await station();
    const bench = await station();
    const { arrival, count, finding, inspection } = aReturn(ground().nextCase());
    const waiting = [count, finding, inspection].map((fact) => bench.seal(fact));
    const early = await bench.push(waiting);
    expect(verdictsOf(early)).toEqual(['deferred', 'deferred', 'deferred']);
    expect(early.results[0]).toMatchObject({
      missing: ['arrival-' + arrival.id.split('-').at(-1)],
    });
    await dock.record(arrival);
    expect(verdictsOf(await bench.push(waiting))).toEqual(['applied', 'applied', 'applied']);
    expect(verdictsOf(await bench.push(waiting))).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  test('what rests on something refused is refused, not waited for', async () => {
    const sender = await station();
    const { arrival, count, finding } = aReturn(ground().nextCase());
    const counted = { ...count, personId: personId('sara') };
    expect(verdictsOf(await sender.record(arrival, counted, finding))).toEqual([
      'applied',
      'refused notYourRole',
      'refused unknownUnitGroup',
    ]);
  });

  test('an unannounced parcel gets a case of its own, and the case reaches other stations', async () => {
    const sender = await station();
    const number = ground().nextCase();
    const { blind, counted, opened, link, finding } = aBlindReturn(number);
    expect(verdictsOf(await sender.record(blind, counted, opened, link, finding))).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
    ]);
    const cases = (await (await station()).pullAll()).filter((c) => c.id === opened.caseId);
    expect(cases).toMatchObject([{ collection: 'cases', body: { siteId: 'site-1', rma: null } }]);
  });

  test('whoever received or inspected cannot approve', async () => {
    const sender = await station();
    const { arrival, count, finding, inspection, approval } = aReturn(ground().nextCase());
    const olga = personId('olga');
    await sender.record(arrival, count, { ...finding, personId: olga }, inspection);
    expect(verdictsOf(await sender.record({ ...approval, personId: olga }))).toEqual([
      'refused ownHandsOnCase',
    ]);
    const again = { ...approval, id: factId(`${approval.id}-again`) };
    expect(verdictsOf(await sender.record(again))).toEqual(['applied']);
  });

  test('an answer that counts is offered to everybody the next time the policy asks', async () => {
    const sender = await station();
    const { inspected, approval } = aReturn(ground().nextCase());
    const answer = {
      question: 'intactMeaning',
      unitGroupId: null,
      answer: 'payInFull',
      reason: 'Only the seal was worn',
    };
    await sender.record(...inspected, { ...approval, answers: [answer] });
    const { rows } = ground().central.database;
    const offered = await documentsOf(rows, 'precedents', [`${approval.id}.1`]);
    expect([...offered.values()]).toMatchObject([
      { answer: 'payInFull', personId: 'sara', reason: 'Only the seal was worn' },
    ]);
  });

  test('whoever decided about a case does not touch its goods afterwards', async () => {
    const sender = await station();
    const number = ground().nextCase();
    const { inspected, approval, finding } = aReturn(number);
    const back = {
      ...approval,
      decision: 'sendBack' as const,
      reason: 'Look again',
      choices: [],
    };
    const olga = personId('olga');
    await sender.record(...inspected, { ...back, personId: olga });
    const late = { ...finding, id: factId(`late-${number}`), personId: olga };
    expect(verdictsOf(await sender.record(late))).toEqual(['refused ownHandsOnCase']);
  });

  test('an approval over facts the verdict has not seen is refused', async () => {
    const sender = await station();
    const number = ground().nextCase();
    const { inspected, approval, finding } = aReturn(number);
    const correction = aCorrection({
      id: factId(`correction-${number}`),
      caseId: caseId(`case-${number}`),
      corrects: finding.id,
    });
    expect(verdictsOf(await sender.record(...inspected, correction, approval)).slice(-2)).toEqual([
      'applied',
      'refused verdictSuperseded',
    ]);
  });

  test('a verdict nobody proposed is waited for', async () => {
    const sender = await station();
    const { inspected, approval } = aReturn(ground().nextCase());
    const other = { ...approval, verdictId: verdictId(`unseen-${approval.id}`) };
    expect(verdictsOf(await sender.record(...inspected, other)).at(-1)).toBe('deferred');
  });
});
