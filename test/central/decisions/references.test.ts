import { describe, expect, test } from 'vitest';
import { apart, fileOf, referencesOf, type WorkingSet } from '../../../central/cases/workingSet.ts';
import { dueRefund } from '../../../central/refunds/dueRefund.ts';
import type { RefundDue } from '../../../shared/cases/decisions/refund.ts';
import type { ReturnCase } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { newYorkCalendar } from '../../builders/cases/aCalendar.ts';
import { aReturnLine } from '../../builders/cases/aCase.ts';
import { aContract } from '../../builders/cases/aContract.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, factId, orderLineId, siteId } from '../../builders/cases/ids.ts';
import { aPhoto } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aBatch, recorded } from './aBatch.ts';

const day = '2026-11-20';

function referencesIn(changes: Partial<WorkingSet> = {}, papers: Partial<ReturnCase> = {}) {
  const { workingSet } = aBatch({ workingSet: changes });
  workingSet.cases.set('case-1', caseNumber(1, papers));
  const file = fileOf(workingSet, 'case-1');
  return file && referencesOf(workingSet, file, day);
}

describe('What a case is decided with', () => {
  test('is what its papers name', () => {
    expect(referencesIn()).toMatchObject({
      client: { id: 'client-1' },
      contract: { id: 'contract-1' },
      orderLines: [{ id: 'order-line-1' }],
      periodCalendar: null,
      grantedElsewhere: [],
    });
  });

  test('is nothing nobody knows', () => {
    const { referenceData } = aBatch().workingSet;
    const none = {
      ...referenceData,
      clients: new Map(),
      contracts: new Map(),
      orderLines: new Map(),
    };
    const nothing = { client: null, contract: null, orderLines: [] };
    expect(referencesIn({ referenceData: none })).toMatchObject(nothing);
    const papers = { clientId: null, contractId: null, contractVersion: null, lines: [] };
    expect(referencesIn({}, papers)).toMatchObject(nothing);
    expect(referencesIn({ referenceData: { ...referenceData, policies: [] } })).toBe(null);
  });

  test('is a line named twice once', () => {
    const lines = [aReturnLine(), aReturnLine()].map((line) => ({
      ...line,
      orderLineId: orderLineId('order-line-1'),
    }));
    expect(referencesIn({}, { lines })?.orderLines).toHaveLength(1);
  });

  test('is the calendar of the contract’s own periods, where it names one', () => {
    const { referenceData } = aBatch().workingSet;
    const contract = aContract({ periodCalendar: siteId('site-9') });
    const contracts = new Map([...referenceData.contracts.keys()].map((key) => [key, contract]));
    const calendar = { ...newYorkCalendar(), siteId: siteId('site-9') };
    const known = new Map([...referenceData.calendars, ['site-9', calendar] as const]);
    const asked = (calendars: WorkingSet['referenceData']['calendars']) =>
      referencesIn({ referenceData: { ...referenceData, contracts, calendars } })?.periodCalendar;
    expect(asked(known)).toBe(calendar);
    expect(asked(referenceData.calendars)).toMatchObject({ siteId: 'site-9' });
  });

  test('is what other cases were granted of its lines, and nothing of its own or of other lines', () => {
    const of = (id: string, line: string, value: number, currency = 'USD') => ({
      caseId: id,
      orderLineId: line,
      quantity: 2,
      value,
      currency,
    });
    const granted = [
      of('case-2', 'order-line-1', 100),
      of('case-3', 'order-line-1', 50),
      of('case-1', 'order-line-1', 7),
      of('case-2', 'order-line-2', 9),
    ];
    expect(referencesIn({ granted })?.grantedElsewhere).toEqual([
      { orderLineId: 'order-line-1', quantity: 4, value: 150, currency: 'USD' },
    ]);
    const inEuro = [of('case-2', 'order-line-1', 100), of('case-3', 'order-line-1', 50, 'EUR')];
    expect(referencesIn({ granted: inEuro })?.grantedElsewhere).toMatchObject([
      { currency: 'EUR' },
    ]);
  });

  describe('are the pictures another case proved its claim with', () => {
    const subject = { kind: 'case' as const };
    const at = { ...aPhoto().at, utc: '2026-11-30T15:00:00.000Z', localDate: '2026-11-30' };
    const own = aPhoto({ id: factId('fact-a'), subject, at });
    const theirs = { ...own, id: factId('fact-b'), caseId: caseId('case-2') };
    const granted = (decision: 'approve' | 'decline') => ({
      grants: new Map([['case-2', [aGrant({ caseId: caseId('case-2'), decision })]]]),
    });
    const elsewhere = (pushed: readonly Fact[], known: Partial<WorkingSet>) => {
      const batch = aBatch({ workingSet: known });
      expect(recorded(batch, ...pushed)).toEqual(pushed.map(() => 'applied'));
      const file = fileOf(batch.workingSet, 'case-1');
      return file && referencesOf(batch.workingSet, file, day)?.picturesElsewhere?.length;
    };
    const stored = (isGranted: boolean) => [{ caseId: caseId('case-2'), photo: theirs, isGranted }];

    test.each<[string, readonly Fact[], Partial<WorkingSet>, number]>([
      ['as stored', [own], { pictures: stored(true) }, 1],
      ['not, where nothing was granted there', [own], { pictures: stored(false) }, 0],
      ['by a grant of this push', [own], { pictures: stored(false), ...granted('approve') }, 1],
      ['not by a claim declined', [own], { pictures: stored(false), ...granted('decline') }, 0],
      ['recorded in this push', [theirs, own], { pictures: [], ...granted('approve') }, 1],
      ['not recorded in this push alone', [theirs, own], { pictures: [] }, 0],
      ['not of goods without a case', [own], { pictures: [], ...granted('approve') }, 0],
    ])('%s', (_, push, known, count) => {
      expect(elsewhere(push, known)).toBe(count);
    });

    test('unless nobody looked for them', () => {
      expect(elsewhere([theirs, own], granted('approve'))).toBe(0);
    });
  });

  test('is read apart from a case nobody can read any more', () => {
    expect(apart(() => 1, 2)).toBe(1);
    expect(
      apart<number>(() => {
        throw new Error('older');
      }, 2),
    ).toBe(2);
  });
});

describe('The register’s row of a refund', () => {
  const due: RefundDue = { ...aRefund(), clauses: ['II-QUALITY'], waitsForPhotos: [] };
  const rowOf = (
    change: Partial<RefundDue> = {},
    papers: Partial<ReturnCase> = {},
    earlier = 0,
  ) => {
    const { workingSet } = aBatch();
    workingSet.cases.set('case-1', caseNumber(1, papers));
    const file = fileOf(workingSet, 'case-1');
    const references = file && referencesOf(workingSet, file, day);
    if (!file || !references) throw new Error('no case');
    return dueRefund({ ...due, ...change }, file, references, '2026-11-20T16:00:00.000Z', earlier);
  };

  test('says what is due, of what, by which clauses, and that nothing has begun', () => {
    expect(rowOf()).toMatchObject({
      id: due.id,
      caseId: 'case-1',
      verdictId: due.verdictId,
      amount: due.amount,
      currency: due.currency,
      method: due.method,
      lines: due.lines,
      clauses: due.clauses,
      state: 'due',
      approvedAt: '2026-11-20T16:00:00.000Z',
      startedAt: null,
      dueOn: null,
    });
  });

  test('names its credit note by the return and by how many there were', () => {
    expect(rowOf().creditNote).toBe('CN-RMA-1001-1');
    expect(rowOf({}, {}, 2).creditNote).toBe('CN-RMA-1001-3');
    expect(rowOf({}, { rma: null, id: caseId('a-case-without-papers') }).creditNote).toBe(
      'CN-thout-papers-1',
    );
  });

  test('waits for photos only where there are any to wait for', () => {
    expect(rowOf()).not.toHaveProperty('waitsForPhotos');
    const lists = [['a', 'b'], ['c']];
    expect(rowOf({ waitsForPhotos: lists }).waitsForPhotos).toEqual(lists);
  });
});
