import { describe, expect, test } from 'vitest';
import { addToIndex, casesOfCount, factsOfCase } from '../../../central/cases/factsOfCase.ts';
import { decideCommands } from '../../../central/commands/decideCommands.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { anEntry } from '../../builders/cases/anEntry.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  findingId,
  personId,
  siteId,
  unitGroupId,
  verdictId,
} from '../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../builders/cases/recordedFacts.ts';
import { aBlindReturn, aReturn } from '../aReturn.ts';
import { playInMemory } from '../refunds/moneyModel/inMemory.ts';
import { aBatch, acceptedAt, recorded, said, sealed } from './aBatch.ts';

const { arrival, count, finding, inspection, inspected, approval } = aReturn();

function approved() {
  const batch = aBatch();
  const { decided } = decideCommands(sealed([...inspected, approval]), batch);
  return { batch, last: decided.at(-1) };
}

describe('An approval', () => {
  test('frees its money once, and every later command of the push knows', () => {
    const { batch, last } = approved();
    const refund = last?.admitted?.refund;
    expect(refund).toMatchObject({ caseId: 'case-1', state: 'due', approvedAt: acceptedAt });
    expect(batch.workingSet.refunds.get('case-1')).toEqual([refund]);
    const grant = last?.admitted?.grant;
    expect(grant).toMatchObject({ caseId: 'case-1', signedBy: ['sara'], acceptedAt });
    expect(batch.workingSet.grants.get('case-1')).toEqual([grant]);
    expect(batch.workingSet.granted).toEqual(
      grant?.added.map(({ orderLineId, quantity, value }) => ({
        caseId: 'case-1',
        orderLineId,
        quantity,
        value,
        currency: grant.currency,
      })),
    );
    expect([...batch.workingSet.takenIds]).toEqual(['verdict-1', approval.id]);
  });

  test('of another supervisor in the same push frees nothing more', () => {
    const { batch } = approved();
    const second = { ...approval, id: factId('second'), personId: personId('olga') };
    expect(recorded(batch, second)).not.toEqual(['applied']);
    expect(batch.workingSet.refunds.get('case-1')).toHaveLength(1);
  });

  test('is of the goods of one order line, whichever case names them first', () => {
    const batch = aBatch();
    const line = (id: string) => batch.workingSet.cases.get(id)?.lines ?? [];
    const second = batch.workingSet.cases.get('case-2');
    if (!second) throw new Error('no case');
    batch.workingSet.cases.set('case-2', { ...second, lines: [...line('case-1')] });
    recorded(batch, ...inspected, approval);
    const again = aReturn(2);
    const { decided } = decideCommands(
      sealed([...again.inspected, again.approval], {
        sequence: batch.chain.lastSequence,
        hash: batch.chain.lastHash ?? '',
      }),
      batch,
    );
    expect(decided.map(said).slice(0, -1)).toEqual(again.inspected.map(() => 'applied'));
    expect(decided.at(-1)?.admitted?.refund ?? null).toBe(null);
    expect(batch.workingSet.refunds.get('case-2') ?? []).toEqual([]);
  });

  test('of a verdict whose id another case has used is none', () => {
    const { batch } = approved();
    const two = aReturn(2);
    const taken = { ...two.inspection, verdictId: verdictId('verdict-1') } as typeof inspection;
    const [, , , answer] = recorded(batch, two.arrival, two.count, two.finding, taken);
    expect(answer).toMatch(/^refused /);
    const { batch: other } = approved();
    const asDecision = {
      ...two.inspection,
      verdictId: verdictId(approval.id),
    } as typeof inspection;
    expect(recorded(other, two.arrival, two.count, two.finding, asDecision)[3]).toMatch(
      /^refused /,
    );
  });
});

test.each([1, 2, 3, 4])('whole histories keep the books true (%i)', (seed) => {
  const tale = playInMemory(seed, 60);
  expect(tale.wrong).toEqual([]);
  expect(tale.granted).toBeGreaterThan(0);
});

describe('A push', () => {
  test('knows how far its chain was recorded, whatever lies behind that', () => {
    const batch = aBatch();
    const at = (localDate: string): Fact['at'] => ({
      ...arrival.at,
      utc: `${localDate}T15:00:00.000Z`,
      localDate,
    });
    recorded(batch, { ...arrival, at: at('2026-11-19') });
    expect(batch.chain.recordedThrough?.toISOString()).toBe('2026-11-19T15:00:00.000Z');
    recorded(batch, { ...count, at: at('2026-11-18') });
    expect(batch.chain.recordedThrough?.toISOString()).toBe('2026-11-19T15:00:00.000Z');
  });

  test('learns nothing of the time from what takes no number', () => {
    const batch = aBatch();
    const [sent] = sealed([arrival]);
    if (!sent) throw new Error('nothing was sealed');
    const result = { kind: 'deferred', id: sent.id, missing: [] as string[] } as const;
    batch.known.set(sent.id, {
      contentHash: sent.contentHash,
      status: 'deferred',
      result: { ...result, missing: [] },
    });
    expect(decideCommands([sent], batch).decided.map(said)).toEqual(['applied']);
    expect(batch.chain.recordedThrough).toBe(undefined);
  });

  test('opens a case once, and leaves one that is there as it is', () => {
    const { blind, counted, opened, link } = aBlindReturn(1);
    const batch = aBatch();
    const { decided } = decideCommands(sealed([blind, counted, opened, link]), batch);
    expect(decided.map((one) => one.admitted?.opensCase)).toEqual([false, false, true, false]);
    expect(batch.workingSet.cases.get(opened.caseId)).toMatchObject({ rma: null });
    const papers = batch.workingSet.cases.get('case-1');
    recorded(batch, { ...opened, id: factId('again'), caseId: caseId('case-1') });
    expect(batch.workingSet.cases.get('case-1')).toBe(papers);
  });

  test('holds a finding against groups counted since the one before', () => {
    const batch = aBatch();
    recorded(batch, arrival, count, finding);
    const group = unitGroupId('group-new');
    const later = aUnitGroup({ id: factId('later'), unitGroupId: group });
    const found = aFinding({
      id: factId('found'),
      findingId: findingId('found'),
      unitGroupId: group,
    });
    expect(recorded(batch, later, found)).toEqual(['applied', 'applied']);
    const undone = aCorrection({ id: factId('undone'), corrects: later.id });
    const more = aFinding({ id: factId('more'), findingId: findingId('more'), unitGroupId: group });
    expect(
      recorded(batch, aCorrection({ id: factId('no-find'), corrects: found.id }), undone),
    ).toEqual(['applied', 'applied']);
    expect(recorded(batch, more)[0]).toMatch(/^refused /);
  });
});

describe('What a fact names is', () => {
  test('for a correction the record it takes back, with the goods in it', () => {
    const undo = (fact: Fact, id = `undo-${fact.id}`) =>
      aCorrection({ id: factId(id), corrects: fact.id, personId: fact.personId, reason: 'UNDO' });
    const batch = aBatch();
    recorded(batch, arrival, count);
    expect(recorded(batch, undo(arrival))).toEqual(['refused goodsInIt']);
    const { decided } = decideCommands(
      sealed([undo(count)], { sequence: 3, hash: batch.chain.lastHash ?? '' }),
      batch,
    );
    expect(decided.map((one) => [said(one), one.admitted?.arrivalId])).toEqual([
      ['applied', 'arrival-1'],
    ]);
    expect(recorded(batch, undo(arrival, 'undo-now'))).toEqual(['applied']);
  });

  test('for a box without a case the case it was linked to since', () => {
    const { blind, counted, opened, link, finding: found } = aBlindReturn(1);
    const batch = aBatch();
    recorded(batch, blind, counted, opened, link, found);
    const undo = {
      ...aCorrection({ corrects: counted.id, personId: counted.personId }),
      caseId: null,
    };
    expect(recorded(batch, undo)[0]).toMatch(/^refused /);
    const other = aBatch();
    recorded(other, blind, counted);
    expect(recorded(other, undo)).toEqual(['applied']);
  });

  test('for a release of goods without a case the hold', () => {
    const batch = aBatch();
    const box = anArrival({ caseId: null });
    const hold = aHold({ caseId: null, arrivalId: arrivalId('arrival-1') });
    const release = aRelease({ caseId: null, arrivalId: arrivalId('arrival-1') });
    expect(recorded(batch, box, hold, release)).toEqual(['applied', 'applied', 'applied']);
    const wrong = { ...release, id: factId('wrong'), heldFactId: box.id };
    expect(recorded(batch, wrong)[0]).toMatch(/^refused /);
  });

  test('for a link the one that stands', () => {
    const { blind, counted, opened, link } = aBlindReturn(1);
    const batch = aBatch();
    recorded(batch, blind, counted, opened, link);
    const second = { ...link, id: factId('second'), caseId: caseId('case-1') };
    expect(recorded(batch, second)[0]).toMatch(/^refused /);
    const back = aCorrection({ caseId: link.caseId, corrects: link.id, personId: link.personId });
    expect(recorded(batch, back, { ...second, id: factId('third') })).toEqual([
      'applied',
      'applied',
    ]);
  });

  test('for a finding the entry of the catalogue', () => {
    const entries = new Map([['entry-d17', anEntry()]]);
    const batch = aBatch({ workingSet: { entries } });
    const says = (id: string, entry: string | undefined) =>
      aFinding({
        id: factId(id),
        findingId: findingId(id),
        observation: {
          ...aDefect({ code: 'workmanship.weld' }),
          ...(entry !== undefined && { entry: anEntry().id }),
        } as ReturnType<typeof aDefect>,
      });
    expect(recorded(batch, arrival, count, says('known', 'entry-d17'))).toEqual([
      'applied',
      'applied',
      'applied',
    ]);
    const without = aBatch();
    expect(recorded(without, arrival, count, says('unknown', 'entry-d17')).at(-1)).toBe(
      'refused unknownEntry',
    );
    expect(recorded(without, says('none', undefined))).toEqual(['applied']);
  });

  test('nothing, where it is a case’s that holds enough, but by a supervisor', () => {
    const sizes = () => new Map([['case-1', { facts: 12_000, bytes: 0 }]]);
    const photo = (by: string) => ({
      ...aPhoto({ subject: { kind: 'case' }, personId: personId(by) }),
      caseId: caseId('case-1'),
    });
    expect(recorded(aBatch({ workingSet: { sizes: sizes() } }), photo('ivan'))).toEqual([
      'refused caseFull',
    ]);
    const batch = aBatch({ workingSet: { sizes: sizes() } });
    expect(recorded(batch, photo('olga'))).toEqual(['applied']);
    expect(batch.workingSet.sizes?.get('case-1')?.facts).toBe(12_001);
  });
});

test('what names another site’s goods is refused, whoever is at work here', () => {
  const batch = aBatch();
  const elsewhere = anArrival({ caseId: null, siteId: siteId('site-2') });
  addToIndex(batch.workingSet.facts, elsewhere, acceptedAt);
  const counted = { ...aUnitGroup(), caseId: null };
  expect(recorded(batch, counted)).toEqual(['refused otherSite']);
});

test('an empty box is taken back, though goods were counted in another of its case', () => {
  const batch = aBatch();
  const empty = anArrival({ id: factId('empty'), arrivalId: arrivalId('empty') });
  const undo = aCorrection({ corrects: empty.id, personId: empty.personId, reason: 'UNDO' });
  expect(recorded(batch, arrival, count, empty, undo).at(-1)).toBe('applied');
});

test('what is put off says what it waits for', () => {
  const { decided } = decideCommands(sealed([count]), aBatch());
  expect(decided[0]?.result).toEqual({ kind: 'deferred', id: count.id, missing: ['arrival-1'] });
});

describe('The facts of a case', () => {
  const { blind, counted, opened, link } = aBlindReturn(1);
  const undo = { ...aCorrection({ corrects: counted.id }), caseId: null };
  const withAll = (...more: readonly Fact[]) => {
    const batch = aBatch();
    recorded(batch, blind, counted, opened, link, arrival, ...more);
    return batch.workingSet.facts;
  };
  const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id);

  test('are those that name it, and those of goods linked to it', () => {
    const index = withAll();
    expect(ids(factsOfCase(index, opened.caseId))).toEqual([
      opened.id,
      link.id,
      blind.id,
      counted.id,
    ]);
    expect(ids(factsOfCase(index, 'case-1'))).toEqual([arrival.id]);
    expect(factsOfCase(index, 'case-2')).toEqual([]);
    expect(casesOfCount(index, counted)).toEqual([opened.caseId]);
    expect(casesOfCount(index, count)).toEqual(['case-1']);
    expect(casesOfCount(index, { ...counted, arrivalId: arrivalId('other') })).toEqual([]);
  });

  test('lose what a link brought once it is taken back', () => {
    const index = withAll(
      aCorrection({ caseId: opened.caseId, corrects: link.id, personId: link.personId }),
    );
    expect(ids(factsOfCase(index, opened.caseId))).toEqual([
      opened.id,
      link.id,
      'fact-correction-1',
    ]);
    expect(casesOfCount(index, counted)).toEqual([]);
  });

  test('have the corrections of linked goods with them, and the serials they bring', () => {
    const batch = aBatch();
    const one = { ...counted, serials: ['sn-1', 'SN-1', 'sn-2'], quantity: 2 };
    recorded(batch, blind, one, undo, opened, { ...link, units: [] });
    const { facts } = batch.workingSet;
    expect(ids(factsOfCase(facts, opened.caseId))).toEqual(
      expect.arrayContaining([one.id, undo.id]),
    );
    expect([...facts.bySerial.values()].map((counts) => ids(counts))).toEqual([[one.id], [one.id]]);
    expect(facts.acceptedAt.get(one.id)).toBe(acceptedAt);
  });

  test('show who decided it to whom only hands count', () => {
    const { batch } = approved();
    expect(ids(batch.workingSet.facts.decidingByCase.get('case-1') ?? [])).toEqual([approval.id]);
    expect(
      recorded(batch, { ...aPhoto({ id: factId('later'), personId: personId('sara') }) })[0],
    ).toBe('refused ownHandsOnCase');
  });
});
