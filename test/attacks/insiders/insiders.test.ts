/**
 * Somebody who works here, with a key and a station of their own that says whatever they like: what they
 * hand in is answered by name, and keeps nobody else's case from its refund.
 */
import { expect, test } from 'vitest';
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { seal } from '../../../shared/node/seal.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { caseId, factId, personId, siteId } from '../../builders/cases/ids.ts';
import { type AReturn, aReturn } from '../../central/aReturn.ts';
import { aStation, type TestStation, verdictsOf } from '../../central/aStation.ts';
import { onEachDatabase } from '../../central/onEachDatabase.ts';
import { everyField } from '../attackers/everyField.ts';
import { everyKind } from '../attackers/everyKind.ts';

onEachDatabase('An insider', (ground) => {
  const two = async () => {
    const { central, keys } = ground();
    return { honest: await aStation(central, keys), bad: await aStation(central, keys) };
  };
  const fresh = (fact: Fact, more: object = {}): Fact => ({
    ...fact,
    ...more,
    id: factId(`in-${(made += 1)}-${fact.kind}`),
  });
  let made = 0;
  const refund = async (honest: TestStation, rest: readonly Fact[]) =>
    expect(new Set(verdictsOf(await honest.record(...rest)))).toEqual(new Set(['applied']));
  /** The ids a fact names besides its own, each at its place. */
  const named =
    /^(arrivalId|unitGroupId|findingId|photoId|inspectionId|verdictId|heldFactId|corrects|accepts|parentId)$/;
  const ids = (fact: Fact, as: (kind: string) => unknown): Fact =>
    Object.fromEntries(
      Object.entries(fact).map(([key, value]) => [
        key,
        named.test(key) && value !== null ? (as(key) ?? value) : value,
      ]),
    ) as Fact;
  /** What he makes of them, and what is said to each. */
  const says = async (by: TestStation, facts: readonly Fact[], make: (fact: Fact) => Fact) => {
    const answers = verdictsOf(await by.record(...facts.map(make)));
    return facts.map(({ kind }, place) => `${kind}: ${answers[place]}`);
  };
  const answered = /^[a-zA-Z]+: (applied|deferred|refused [a-zA-Z]+)$/;

  test('who names what nobody has sent yet waits alone, and whoever sends it is refunded', async () => {
    const { honest, bad } = await two();
    const [own, later] = [ground().nextCase(), aReturn(ground().nextCase())];
    const names = namesOf(later);
    const unsent = (fact: Fact) =>
      // Under a name it brings itself it would be the first of that name: those are drawn by chance.
      fresh(
        ids(fact, (key) => (brought[fact.kind] === key ? undefined : names[key])),
        {
          ...('basis' in fact && { basis: [later.finding.id, later.count.id] }),
        },
      );
    const said = await says(bad, [...everyKind(own), ...everyField(own)], unsent);
    for (const one of said) expect(one).toMatch(answered);
    await refund(honest, [...later.inspected, later.approval]);
  }, 120_000);

  test('who names what is of another case changes nothing there', async () => {
    const { honest, bad } = await two();
    const victim = aReturn(ground().nextCase());
    await refund(honest, victim.inspected);
    const own = ground().nextCase();
    await bad.record(...everyKind(own));
    const theirs = namesOf(victim);
    const crossed = (fact: Fact) =>
      fresh(
        ids(fact, (key) => theirs[key]),
        {
          ...('basis' in fact && { basis: [victim.finding.id, victim.count.id] }),
          ...('over' in fact &&
            fact.kind === 'inspectionChosen' && { over: [theirs['verdictId']] }),
          ...('ends' in fact && { ends: [victim.arrival.id] }),
          ...('replaces' in fact && { replaces: [victim.approval.id] }),
        },
      );
    const said = await says(bad, [...everyKind(own), ...everyField(own)], crossed);
    for (const one of said) expect(one).toMatch(answered);
    await refund(honest, [victim.approval]);
  }, 120_000);

  test('who speaks of another site’s case is refused by that name, whatever he says of it', async () => {
    const { central, keys } = ground();
    const [honest, there] = [
      await aStation(central, keys),
      await aStation(central, keys, 'site-2'),
    ];
    const number = ground().nextCase();
    const victim = aReturn(number);
    await refund(honest, victim.inspected);
    const all = [...everyKind(number), ...everyField(number)].map((fact) =>
      fact.kind === 'caseOpened' ? { ...fact, caseId: caseId(`case-${number}`) } : fact,
    );
    const otto = { siteId: siteId('site-2'), personId: personId('otto') };
    const said = await says(
      there,
      all.filter((fact) => fact.caseId === `case-${number}`),
      (fact) => fresh(fact, otto),
    );
    for (const one of said)
      expect(one).toMatch(
        /: (refused (otherSite|idReused|notYourRole|brokenChain|unknownFact)|deferred)$/,
      );
    await refund(honest, [victim.approval]);
  }, 120_000);

  test('who comes late, when all is decided and paid, takes none of it back', async () => {
    const { honest, bad } = await two();
    const number = ground().nextCase();
    const { inspected, approval } = aReturn(number);
    await refund(honest, [...inspected, approval]);
    const before = await refundsOf(honest, number);
    expect(before).toHaveLength(1);
    const late = [...everyKind(number), ...everyField(number)];
    for (const one of await says(bad, late, (fact) => fresh(fact))) expect(one).toMatch(answered);
    expect(await refundsOf(honest, number)).toEqual(before);
  }, 120_000);

  test('who hands a case to somebody nobody knows is refused, to a colleague not', async () => {
    const { bad } = await two();
    const number = ground().nextCase();
    const [arrival] = everyKind(number);
    if (!arrival) throw new Error('nothing came');
    await bad.record(arrival);
    const given = everyKind(number).find((fact) => fact.kind === 'caseHandedOver');
    if (!given) throw new Error('nothing is handed over');
    const to = (who: string) => fresh(given, { to: personId(who) });
    expect(verdictsOf(await bad.record(to('made-up'), to('__proto__'), to('sara')))).toEqual([
      'refused inactivePerson',
      'refused inactivePerson',
      'applied',
    ]);
  });

  test('who forks his own chain is refused at the fork, and goes on behind what came first', async () => {
    const { honest, bad } = await two();
    const { arrival, count, finding, inspection, approval } = aReturn(ground().nextCase());
    const [first, second] = [bad.seal(arrival), bad.seal(count)];
    await bad.push([first]);
    const key = ground().keys.get('dora');
    if (!key) throw new Error('nobody signs');
    const { hash: _hash, signature: _signature, ...content } = first;
    const note = { ...content.fact, id: factId(`fork-${arrival.id}`) } as FactOf<'arrival'>;
    const fork = seal({ ...content, fact: note }, key);
    const behind = seal(
      {
        ...content,
        fact: { ...note, id: factId(`behind-${arrival.id}`) },
        sequence: 2,
        previousHash: fork.hash,
      },
      key,
    );
    expect(verdictsOf(await bad.push([fork]))).toEqual(['refused brokenChain']);
    expect(verdictsOf(await bad.push([second]))).toEqual(['applied']);
    expect(verdictsOf(await bad.push([behind]))).toEqual(['refused brokenChain']);
    await refund(honest, [finding, inspection, approval]);
    expect(verdictsOf(await bad.push([first, second]))).toEqual(['duplicate', 'duplicate']);
  });
});

/** What each kind gives a name to. */
const brought: Readonly<Partial<Record<Fact['kind'], string>>> = {
  arrival: 'arrivalId',
  unitsCounted: 'unitGroupId',
  photoTaken: 'photoId',
  finding: 'findingId',
  inspectionStarted: 'inspectionId',
  inspectionFinished: 'verdictId',
};

/** By field, what a return's facts are called by others. */
function namesOf({
  arrival,
  count,
  finding,
  inspection,
}: AReturn): Readonly<Record<string, string>> {
  return {
    unitGroupId: idOf(count, 'unitGroupId'),
    findingId: idOf(finding, 'findingId'),
    inspectionId: idOf(inspection, 'inspectionId'),
    verdictId: idOf(inspection, 'verdictId'),
    corrects: finding.id,
    heldFactId: finding.id,
    accepts: finding.id,
    arrivalId: idOf(arrival, 'arrivalId'),
  };
}

function idOf(fact: Fact, name: string): string {
  const found: unknown = Reflect.get(fact, name);
  return typeof found === 'string' ? found : '';
}

/** What is paid, whatever became of it meanwhile. */
async function refundsOf(station: TestStation, number: number) {
  const { body } = await station.call('GET', `/central/cases/case-${number}/refunds`);
  const { refunds } = centralApi.refund.response.parse(body);
  return refunds.map(({ id, amount, verdictId }) => ({ id, amount, verdictId }));
}
