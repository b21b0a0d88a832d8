import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DemoCompany, demoCompany, fingerprintOf } from '../../../central/demo/demoCompany.ts';
import { productRma } from '../../../shared/barcodes/rma/rmaForm.ts';
import { readRma } from '../../../shared/barcodes/rma/rmaNumber.ts';
import { type CaseFile, readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../shared/cases/reading/policyInput.ts';
import { inspectionDeadline } from '../../../shared/deadlines/clocks.ts';
import { ClaimReason } from '../../../shared/facts/codes.ts';
import type { Contract, SiteCalendar } from '../../../shared/facts/documents.ts';
import { Fact } from '../../../shared/facts/fact.ts';
import { decideCase } from '../../../shared/policy/decide/decideCase.ts';
import { questionIds } from '../../../shared/policy/decision.ts';
import { governingTextSha256 } from '../../../shared/policy/policyWords.ts';
import { Change } from '../../../shared/sync/change.ts';

const seed = 'northquay';
const company = demoCompany({ today: '2026-11-23', seed });

/** Thirty days on which somebody may start the demo: weekends, holidays, ends of months and years. */
const startingDays = `
  2026-11-21 2026-11-22 2026-11-23 2026-11-26 2026-11-27 2026-11-30
  2026-12-24 2026-12-25 2026-12-26 2026-12-28 2026-12-31 2027-01-01
  2027-01-02 2027-01-04 2027-02-06 2027-02-10 2027-02-15 2027-02-28
  2027-03-14 2027-03-29 2027-05-01 2027-07-04 2027-10-03 2027-11-07
  2028-02-29 2025-10-05 2026-02-20 2026-05-10 2026-06-18 2026-09-20
`
  .trim()
  .split(/\s+/);

function documentsOf({ documents }: DemoCompany) {
  return {
    cases: documents.flatMap((d) => (d.collection === 'cases' ? [d.body] : [])),
    orderLines: documents.flatMap((d) => (d.collection === 'orderLines' ? [d.body] : [])),
    contracts: documents.flatMap((d) => (d.collection === 'contracts' ? [d.body] : [])),
    calendars: documents.flatMap((d) => (d.collection === 'calendars' ? [d.body] : [])),
    policies: documents.flatMap((d) => (d.collection === 'policyVersions' ? [d.body] : [])),
  };
}

function filesOf(of: DemoCompany): readonly CaseFile[] {
  const facts = of.scripts.flatMap((s) => s.facts);
  return documentsOf(of).cases.map((returnCase) => {
    const linked = new Set(
      facts.flatMap((f) =>
        f.kind === 'arrivalLinked' && f.caseId === returnCase.id ? [f.arrivalId] : [],
      ),
    );
    return readCaseFile(
      returnCase,
      facts.filter(
        (f) => f.caseId === returnCase.id || (f.kind === 'arrival' && linked.has(f.arrivalId)),
      ),
    );
  });
}

function dueDays(of: DemoCompany, siteId: string) {
  const { contracts, calendars, policies } = documentsOf(of);
  const calendar = calendars.find((c) => c.siteId === siteId);
  const [policy] = policies;
  if (!calendar || !policy) throw new Error(`no calendar for ${siteId}`);
  const open = filesOf(of).filter(
    (f) => f.returnCase.siteId === siteId && !['approved', 'declined'].includes(f.state),
  );
  return open.flatMap((file) => {
    const [arrival] = file.arrivals;
    if (!arrival) return [];
    const contract = contracts.find((c) => c.id === file.returnCase.contractId) ?? null;
    const arrivedAt = arrival.at.utc;
    const due = inspectionDeadline({ arrivedAt, calendar, contract, policy, pauses: [] });
    if (!due.ok) throw new Error(due.refusal.code);
    return [due.value.dueOn];
  });
}

function isWorkingDay(calendar: SiteCalendar, date: string): boolean {
  if (calendar.extraWorkingDays.some((d) => d.date === date)) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return (
    !calendar.weekendDays.includes(weekday) &&
    ![...calendar.holidays, ...calendar.closures].some((d) => d.date === date)
  );
}

/** The first working days not before `today`. */
function nextWorkingDays(calendar: SiteCalendar, today: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let day = Date.parse(today); found.length < count; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (isWorkingDay(calendar, date)) found.push(date);
  }
  return found;
}

/** GS1 General Specifications 7.9, written independently of the code under test. */
function hasValidCheckDigit(code: string): boolean {
  const sum = Array.from(code).reduce(
    (s, d, i) => s + Number(d) * ((code.length - i) % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

describe('the demo company', () => {
  const files = filesOf(company);
  const { cases, orderLines, contracts } = documentsOf(company);

  test('has only documents and facts that their schemas accept', () => {
    for (const document of company.documents) expect(Change.parse(document)).toEqual(document);
    for (const fact of company.scripts.flatMap((s) => s.facts))
      expect(Fact.parse(fact)).toEqual(fact);
  });

  test('gives every document and every fact an id of its own', () => {
    const documents = company.documents.map((d) => `${d.collection}:${d.id}`);
    expect(new Set(documents).size).toBe(documents.length);
    const facts = company.scripts.flatMap((s) => s.facts.map((f) => f.id));
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('has GTINs, SSCCs and RMA numbers with right check digits', () => {
    for (const { article } of orderLines) expect(hasValidCheckDigit(article.gtin ?? '')).toBe(true);
    const ssccs = cases.flatMap((c) => c.ssccs);
    expect(ssccs.length).toBeGreaterThan(40);
    for (const sscc of ssccs) expect(hasValidCheckDigit(sscc)).toBe(true);
    // Three returns come on one pallet.
    expect(new Set(ssccs).size).toBe(ssccs.length - 2);
    for (const { rma } of cases) if (rma !== null) expect(readRma(rma, productRma).ok).toBe(true);
  });

  test('has about twelve clients, a hundred order lines and sixty returns, most at the main site', () => {
    expect(contracts).toHaveLength(12);
    expect(orderLines.length).toBeGreaterThanOrEqual(110);
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.filter((c) => c.siteId === 'ewr').length).toBeGreaterThanOrEqual(40);
  });

  test('has contracts that differ where the policy leaves it to the contract', () => {
    const differing = (pick: (c: Contract) => unknown) =>
      new Set(contracts.map((c) => JSON.stringify(pick(c)))).size;
    expect(contracts.filter((c) => c.returnPeriod === null)).toHaveLength(1);
    expect(contracts.some((c) => c.objectionPeriod === null)).toBe(true);
    expect(differing((c) => c.returnPeriod)).toBeGreaterThan(6);
    expect(differing((c) => c.refundMethod)).toBe(3);
    expect(differing((c) => c.currency)).toBe(3);
    expect(contracts.filter((c) => c.sampling !== null)).toHaveLength(1);
    expect(contracts.some((c) => c.secondApprovalAbove !== null)).toBe(true);
  });

  test('bills every order in the currency of its contract', () => {
    for (const line of orderLines)
      expect(line.currency).toBe(contracts.find((c) => c.clientId === line.clientId)?.currency);
  });

  test('claims no more than was shipped, from order lines that exist', () => {
    for (const returnCase of cases)
      for (const claim of returnCase.lines) {
        const line = orderLines.find((l) => l.id === claim.orderLineId);
        expect(line, returnCase.id).toBeDefined();
        expect(claim.requestedQuantity).toBeLessThanOrEqual(line?.shippedQuantity ?? 0);
      }
  });

  test('counts only serials and lots that were shipped', () => {
    for (const file of files)
      for (const group of file.unitGroups.filter((g) => g.returnLineId !== null)) {
        const claim = file.returnCase.lines.find((l) => l.id === group.returnLineId);
        const line = orderLines.find((l) => l.id === claim?.orderLineId);
        expect(line?.serials).toEqual(expect.arrayContaining(group.serials));
        expect(group.lot).toBe(line?.lot);
      }
    const counted = files.flatMap((f) => f.unitGroups.flatMap((g) => g.serials));
    expect(new Set(counted).size).toBe(counted.length);
  });

  test('has a return for every claim reason', () => {
    const reasons = new Set(cases.flatMap((c) => c.lines.map((l) => l.claimedReason)));
    expect(ClaimReason.options.filter((r) => !reasons.has(r))).toEqual([]);
  });

  test('has a return in every state that no refund has touched yet', () => {
    const states = new Set<string>(files.map((f) => f.state));
    const wanted =
      'applied inReview authorised denied moreInformation received inspecting verdictProposed ' +
      'sentBack approved declined onHold cancelled';
    expect(wanted.split(' ').filter((s) => !states.has(s))).toEqual([]);
  });

  test('has an arrival that belongs to nobody yet', () => {
    const facts = company.scripts.flatMap((s) => s.facts);
    const linked = new Set(facts.flatMap((f) => (f.kind === 'arrivalLinked' ? [f.arrivalId] : [])));
    const blind = facts.filter(
      (f) => f.kind === 'arrival' && f.caseId === null && !linked.has(f.arrivalId),
    );
    expect(blind).toHaveLength(1);
  });

  test('asks what the policy leaves to a person, but what needs a mixed parcel or other papers', () => {
    const elsewhere = ['mixedFreight', 'evidenceMissing', 'serialAgain'];
    const { policies, calendars } = documentsOf(company);
    const asked = files.flatMap((file) => {
      const { returnCase } = file;
      const [policy] = policies;
      const calendar = calendars.find((c) => c.siteId === returnCase.siteId);
      if (!policy || !calendar || file.state !== 'verdictProposed') return [];
      const references = {
        policy,
        calendar,
        client: null,
        contract: contracts.find((c) => c.id === returnCase.contractId) ?? null,
        orderLines: orderLines.filter((l) =>
          returnCase.lines.some((line) => line.orderLineId === l.id),
        ),
        periodCalendar: null,
        grantedElsewhere: [],
        serialsElsewhere: [],
      };
      const decided = decideCase(policyInputOf(file, references, '2026-11-23'));
      expect(decided.ok, returnCase.id).toBe(true);
      return decided.ok ? decided.value.questions.map((q) => q.question) : [];
    });
    expect(questionIds.filter((q) => !asked.includes(q) && !elsewhere.includes(q))).toEqual([]);
  });

  test('offers as a precedent what a supervisor answered before', () => {
    const offered = company.documents.flatMap((d) =>
      d.collection === 'precedents' ? [d.body.question] : [],
    );
    const answered = files.flatMap((f) => f.answers.map((a) => a.question));
    expect(offered.toSorted()).toEqual(answered.toSorted());
    expect(offered).toContain('lateRealDefect');
  });

  test('announces parcels for today and tomorrow with SSCC and tracking number', () => {
    const [today, tomorrow] = ['2026-11-23', '2026-11-24'];
    const announced = cases.filter((c) => c.siteId === 'ewr' && c.ssccs[0] && c.trackingNumbers[0]);
    expect(announced.filter((c) => c.expectedOn === today).length).toBeGreaterThanOrEqual(4);
    expect(announced.filter((c) => c.expectedOn === tomorrow).length).toBeGreaterThanOrEqual(3);
  });

  test('tells every story in the order it happened', () => {
    for (const { key, facts } of company.scripts) {
      const times = facts.map((f) => f.at.utc);
      expect(times, key).toEqual(times.toSorted());
    }
  });

  test('lets nobody decide about goods that went through their own hands', () => {
    for (const file of files)
      for (const { personId } of file.decisions)
        expect([...file.duties.received, ...file.duties.inspected]).not.toContain(personId);
  });

  test('rests its policy on the governing text, byte for byte', () => {
    const text = readFileSync(new URL('../../../assets/policy/return-policy.txt', import.meta.url));
    expect(createHash('sha256').update(text).digest('hex')).toBe(governingTextSha256);
  });

  test('is the same company for the same day and seed, and another for another', () => {
    const again = fingerprintOf(demoCompany({ today: '2026-11-23', seed }));
    expect(again).toBe(fingerprintOf(company));
    expect(fingerprintOf(demoCompany({ today: '2026-11-24', seed }))).not.toBe(again);
    expect(fingerprintOf(demoCompany({ today: '2026-11-23', seed: 'other' }))).not.toBe(again);
  });
});

describe.each(startingDays)('started on %s, the demo', (today) => {
  const that = demoCompany({ today, seed });
  const { calendars } = documentsOf(that);

  test('has work due within two working days and late work at the main site', () => {
    const main = calendars.find((c) => c.siteId === 'ewr');
    if (!main) throw new Error('no calendar');
    const due = dueDays(that, 'ewr');
    const soon = nextWorkingDays(main, today, 2);
    for (const day of soon) expect(due).toContain(day);
    expect(due.some((d) => d < today)).toBe(true);
  });

  test('has nothing recorded on or after that day, nor on a day off', () => {
    for (const fact of that.scripts.flatMap((s) => s.facts)) {
      expect(fact.at.localDate < today).toBe(true);
      const calendar = calendars.find((c) => c.siteId === fact.siteId);
      expect(calendar && isWorkingDay(calendar, fact.at.localDate)).toBe(true);
    }
  });
});
