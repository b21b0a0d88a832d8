import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '../../../central/demo/company/demoPeople.ts';
import { readChanges } from '../../../central/feed/changeRows.ts';
import { peopleOf } from '../../../central/people/personRows.ts';
import { refundRegister } from '../../../central/refunds/refundRows.ts';
import { type CaseFile, readCaseFile } from '../../../shared/cases/reading/caseFile.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { Change } from '../../../shared/sync/change.ts';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';

const beginning = { xid: '0', sequence: 0 };

describe('a central the demo company moved into', () => {
  let central: CentralInMemory;
  let newark: readonly Change[];
  beforeAll(async () => {
    central = await startCentral({ demo: '2026-11-23' });
    const feed = await readChanges(central.database.rows, 'ewr', beginning, 10_000, {
      mostBytes: 1e9,
    });
    newark = feed.map(({ collection, id, body }) => Change.parse({ collection, id, body }));
  }, 120_000);
  afterAll(() => central.close());

  const facts = (): readonly Fact[] =>
    newark.flatMap((c) => (c.collection === 'facts' && c.body ? [c.body.fact] : []));

  function fileOf(caseId: CaseId): CaseFile {
    const document = newark.findLast((c) => c.collection === 'cases' && c.id === caseId);
    if (document?.collection !== 'cases' || !document.body) throw new Error(`no case ${caseId}`);
    const refunds = newark.flatMap((c) =>
      c.collection === 'refunds' && c.body?.caseId === caseId ? [c.body] : [],
    );
    return readCaseFile(
      document.body,
      facts().filter((f) => f.caseId === caseId),
      refunds,
    );
  }

  const files = () =>
    newark.flatMap((c) => (c.collection === 'cases' && c.body ? [fileOf(c.body.id)] : []));

  test('names everybody of the site, and shows the PINs', async () => {
    const station = { siteId: 'ewr', stationId: 'any' };
    const { people, demo } = await peopleOf(central.database.rows, station, new Date());
    const expected = Object.values(demoPeople).filter(({ person }) =>
      person.siteIds.some((id) => id === 'ewr'),
    );
    expect(people.map((p) => p.person.badge).toSorted()).toEqual(
      expected.map(({ person }) => person.badge).toSorted(),
    );
    expect(demo).toHaveLength(expected.length);
    expect(new Set(people.flatMap((p) => p.person.roles))).toEqual(
      new Set(['dock', 'inspector', 'supervisor']),
    );
  });

  test('started every refund inside its seven working days, in the right currency and method', async () => {
    const register = await refundRegister(central.database.rows, 100);
    expect(register.length).toBeGreaterThan(10);
    for (const refund of register) {
      expect(refund.state).toBe('instructed');
      expect(refund.amount).toBeGreaterThan(0);
      expect((refund.startedAt ?? '').slice(0, 10) <= (refund.dueOn ?? '')).toBe(true);
    }
    expect(new Set(register.map((r) => r.currency))).toEqual(new Set(['USD', 'EUR', 'GBP']));
    expect(new Set(register.map((r) => r.method)).size).toBe(3);
  });

  test('has paid 12 096 USD only after two supervisors signed', async () => {
    const register = await refundRegister(central.database.rows, 100);
    const large = register.find((r) => r.amount === 1_209_600);
    if (!large) throw new Error('no such refund');
    const signed = fileOf(large.caseId).decisions.map((d) => d.personId);
    expect(new Set(signed).size).toBe(2);
  });

  test('has a large refund that waits for its second signature, and no money has moved', () => {
    const waiting = files().filter(
      (f) => f.state === 'approved' && f.decisions.at(-1)?.choices[0]?.resolution === 'refund',
    );
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.decisions).toHaveLength(1);
  });

  test('has refunds under way, and a supervisor has answered where the policy is silent', () => {
    expect(files().some((f) => f.state === 'refundStarted')).toBe(true);
    expect(files().flatMap((f) => f.answers.map((a) => a.question))).toContain('lateRealDefect');
  });

  test('holds the bytes of every photograph that claims and findings name', async () => {
    const named = newark.flatMap((c) => {
      if (c.collection === 'cases')
        return c.body?.application?.evidence.flatMap((e) => e.sha256 ?? []) ?? [];
      return c.collection === 'facts' && c.body?.fact.kind === 'photoTaken'
        ? [c.body.fact.sha256]
        : [];
    });
    const different = new Set(named);
    expect(different.size).toBeGreaterThan(24);
    const taken = facts().flatMap((fact) => (fact.kind === 'photoTaken' ? [fact.sha256] : []));
    // One picture proves the claim of one case.
    expect(new Set(taken).size).toBe(taken.length);
    for (const sha256 of different) expect(await central.photos.read(sha256)).not.toBeNull();
  });
});
