import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import { type CentralRoute, centralApi } from '../../shared/sync/centralApi.ts';
import { arrivalId, caseId, factId, personId, verdictId } from '../builders/cases/ids.ts';
import { anArrival, aUnitGroup } from '../builders/cases/recordedFacts.ts';
import { aBlindReturn, aReturn } from '../central/aReturn.ts';
import { aStation, callCentral, type Pushed, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { everyField } from './attackers/everyField.ts';
import { everyKind } from './attackers/everyKind.ts';
import { leavesOf, oddValues, withLeaf } from './attackers/oddValues.ts';

onEachDatabase('Odd input', (ground) => {
  const two = async () => {
    const { central, keys } = ground();
    return { honest: await aStation(central, keys), bad: await aStation(central, keys) };
  };

  test('in any field of any command is answered by name, and the return beside it is refunded', async () => {
    const { honest, bad } = await two();
    const number = ground().nextCase();
    const facts = everyKind(number);
    expect(new Set(verdictsOf(await bad.record(...facts)))).toEqual(new Set(['applied']));
    const key = ground().keys.get('ivan');
    const odd = [...facts, ...everyField(number)].flatMap((fact) =>
      leavesOf(fact).flatMap((path, place) =>
        // Each value meets each field somewhere: all of them everywhere is the long run's.
        oddValues
          .filter((_, which) => (which + place) % 6 === 0)
          .map((value) => withLeaf(fact, path, value)),
      ),
    );
    const sealed = odd.map((fact, place) => bad.seal(renamed(fact, `odd-${place}`) as Fact, key));
    for (let from = 0; from < sealed.length; from += 100) {
      const answer = await bad.call('POST', '/central/commands', {
        contractVersion: 1,
        epoch: null,
        commands: sealed.slice(from, from + 100),
      });
      expect(answer.status).toBe(200);
      const { results, expectedSequence } = answer.body as Pushed;
      expect(expectedSequence).toBeNull();
      expect(results.filter((r) => 'reason' in r && r.reason.includes('cannot store'))).toEqual([]);
    }
    const { inspected, approval } = aReturn(ground().nextCase());
    const answers = verdictsOf(await honest.record(...inspected, approval));
    expect(new Set(answers)).toEqual(new Set(['applied']));
  });

  test('in any place of any route is refused in the contract, never a failure', async () => {
    const { central } = ground();
    const { bad } = await two();
    const texts = [
      '__proto__',
      'constructor',
      'a\u0000b',
      '\ufffd',
      'x'.repeat(1000),
      '9'.repeat(40),
    ];
    for (const [name, { method, path }] of Object.entries(centralApi) as [
      CentralRoute,
      (typeof centralApi)[CentralRoute],
    ][])
      for (const text of texts)
        for (const token of [bad.token, central.adminToken]) {
          const odd = encodeURIComponent(text);
          const at = `${path.replaceAll(/:\w+/g, odd)}?cursor=${odd}&limit=${odd}`;
          const body = method === 'GET' ? undefined : oddBody(name, text);
          const { status } = await callCentral(central.url, token, method, at, body);
          expect([name, text, status < 500]).toEqual([name, text, true]);
        }
  });

  test("a decision under the id of another case's verdict leaves that case its refund", async () => {
    const { honest, bad } = await two();
    const victim = aReturn(ground().nextCase());
    await honest.record(...victim.inspected);
    const own = aReturn(ground().nextCase());
    const taken = verdictIdOf(victim.inspection);
    await bad.record(...own.inspected);
    const stolen = { ...own.approval, id: factId(taken) };
    expect(verdictsOf(await bad.record(stolen))).toEqual(['refused idReused']);
    const again = { ...own.inspection, id: factId(`${own.inspection.id}-b`), verdictId: taken };
    expect(verdictsOf(await bad.record(again as Fact))).toEqual(['refused idReused']);
    expect(verdictsOf(await honest.record(victim.approval))).toEqual(['applied']);
  });

  test('an arrival under the id of another one does not keep that one from its case', async () => {
    const { honest, bad } = await two();
    const { blind, counted, opened, link } = aBlindReturn(ground().nextCase());
    await honest.record(blind, counted);
    const own = anArrival({
      ...blind,
      id: factId(`another-${blind.id}`),
      caseId: caseId(`case-${ground().nextCase()}`),
    });
    expect(verdictsOf(await bad.record(own))).toEqual(['refused idReused']);
    expect(verdictsOf(await honest.record(opened, link))).toEqual(['applied', 'applied']);
  });

  test('a correction of what another case holds changes nothing there', async () => {
    const { honest, bad } = await two();
    const { blind, counted, opened, link } = aBlindReturn(ground().nextCase());
    await honest.record(blind, counted, opened, link);
    const other = `case-${ground().nextCase()}`;
    for (const within of [other, null]) {
      const correction = {
        ...aBlindReturn(1).blind,
        kind: 'correction',
        id: factId(`fact-corrects-${link.id}-${within}`),
        caseId: within,
        corrects: link.id,
        reason: 'Gone',
      };
      const { siteId, stationId, at, id, kind, corrects, reason } = correction;
      const sent = { siteId, stationId, at, id, kind, corrects, reason, caseId: within };
      const asked = { ...sent, personId: personId('sara') } as unknown as Fact;
      expect(verdictsOf(await bad.record(asked))).toEqual(['refused unknownFact']);
    }
  });

  test.each([
    ['of 1971', { utc: '1971-03-01T10:00:00.000Z', localDate: '1971-03-01' }],
    [
      'of 1971, heard before it',
      {
        utc: '1971-03-01T10:00:00.000Z',
        localDate: '1971-03-01',
        knownAfter: '1970-01-01T00:00:00.000Z',
      },
    ],
    ['of the year 9999', { utc: '9999-12-31T23:59:59.999Z', localDate: '9999-12-31' }],
    ['in a zone nobody knows', { zone: 'Mars/Phobos' }],
    ['by a clock off by an age', { offsetMs: -9_000_000_000_000_000 }],
    ['on a day that is none of its moment', { localDate: '0001-01-01' }],
  ])('an arrival %s leaves a case decidable', async (_, odd) => {
    const { honest } = await two();
    const number = ground().nextCase();
    const { inspected, approval, arrival } = aReturn(number);
    const first = { ...arrival, at: { ...arrival.at, ...odd } };
    const rest = inspected.filter((fact) => fact !== arrival);
    expect(verdictsOf(await honest.record(first, ...rest, approval))).toEqual([
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
    ]);

    const opened = { ...aBlindReturn(number).opened, at: first.at };
    const here = { caseId: opened.caseId, arrivalId: arrivalId(`odd-${number}`), at: first.at };
    const found = aBlindReturn(number).finding;
    const count = aUnitGroup({
      ...here,
      id: factId(`odd-count-${number}`),
      unitGroupId: found.unitGroupId,
      returnLineId: null,
      identity: 'mismatch_class',
    });
    const arrived = anArrival({ ...here, id: factId(`odd-arrival-${number}`) });
    const finished = {
      ...aReturn(number).inspection,
      id: factId(`odd-finished-${number}`),
      caseId: opened.caseId,
      verdictId: verdictId(`odd-verdict-${number}`),
      basis: [arrived.id, count.id, found.id].toSorted(),
    } as Fact;
    const declined = {
      ...approval,
      id: factId(`odd-decided-${number}`),
      caseId: opened.caseId,
      verdictId: verdictId(`odd-verdict-${number}`),
      decision: 'decline' as const,
      choices: [],
      reason: 'Nobody knows whose they are',
    };
    const answers = verdictsOf(
      await honest.record(opened, arrived, count, found, finished, declined),
    );
    expect(answers.slice(0, 5)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    expect(answers[5]).not.toMatch(/policyCannotDecide|quarantined/);
  });
});

function verdictIdOf(fact: Fact) {
  return fact.kind === 'inspectionFinished' ? fact.verdictId : verdictId('none');
}

/** Under an id of its own, where the id is not what is odd about it. */
function renamed(fact: unknown, id: string): unknown {
  const given = fact as Fact;
  return oddValues.includes(given.id) ? given : { ...given, id: factId(id) };
}

function oddBody(name: CentralRoute, text: string): unknown {
  const bodies: Partial<Record<CentralRoute, unknown>> = {
    enrol: { code: text, stationName: text.slice(0, 60) },
    push: { contractVersion: 1, epoch: text.slice(0, 64), commands: [{ fact: { id: text } }] },
    photoStates: { sha256: [text] },
    enrolmentCode: { siteId: text.slice(0, 64) },
    personLeaves: { why: 'left', by: text.slice(0, 80), reason: text.slice(0, 80) },
    stepOver: { sequence: Number.MAX_SAFE_INTEGER, by: text.slice(0, 80), why: text.slice(0, 80) },
    sendRefundAgain: { by: text.slice(0, 80), why: text.slice(0, 80) },
    giveCalendar: { by: text.slice(0, 80), why: text.slice(0, 80), days: [text] },
  };
  return bodies[name] ?? {};
}
