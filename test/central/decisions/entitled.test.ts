import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../central/commands/batch.ts';
import { mayCountStill } from '../../../central/commands/mayCountStill.ts';
import { mayRecord } from '../../../central/commands/mayRecord.ts';
import type { SentCommand } from '../../../central/commands/readCommand.ts';
import type { RetiredKey } from '../../../central/people/keyPeriodRows.ts';
import { unsentUnderRetiredKeyMs } from '../../../shared/cases/retention.ts';
import { skewLimitMs } from '../../../shared/deadlines/plausibleTime.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { RecordedTime } from '../../../shared/facts/time.ts';
import { aDecision, aPerson } from '../../builders/cases/decidedFacts.ts';
import { caseId, personId, siteId, stationId } from '../../builders/cases/ids.ts';
import { aFinding, anArrival } from '../../builders/cases/recordedFacts.ts';
import { caseNumber } from '../aCompany.ts';
import { aBatch, nothingProved, sealed } from './aBatch.ts';

/** Who may record this, by name and roles, or why nobody may. */
function judged(
  fact: Fact,
  changes: Parameters<typeof aBatch>[0] | ((sent: SentCommand) => Partial<Batch>) = {},
) {
  const [sent] = sealed([fact]);
  if (!sent?.command) throw new Error('nothing was sealed');
  const batch = aBatch(typeof changes === 'function' ? changes(sent) : changes);
  const may = mayRecord(sent, sent.command, batch);
  return may.ok ? may.value && `${may.value.id}: ${may.value.roles.join()}` : may.refusal;
}

const dora = aPerson({ id: personId('dora'), roles: ['dock'] });
const asInspector = { ...dora, roles: ['inspector' as const] };
const byDora = (fact: Fact): Fact => ({ ...fact, personId: dora.id });

describe('A fact is recorded', () => {
  test('by its person as they are now', () => {
    expect(judged(anArrival())).toBe('dora: dock');
  });

  test.each<[string, Fact, object]>([
    [
      'at the station it names',
      anArrival({ stationId: stationId('station-2') }),
      { code: 'brokenChain' },
    ],
    ['at that station’s site', anArrival({ siteId: siteId('site-2') }), { code: 'otherSite' }],
    [
      'by whom central knows',
      anArrival({ personId: personId('nobody') }),
      { code: 'inactivePerson' },
    ],
    ['by a role for it', byDora(aFinding()), { code: 'notYourRole', needs: ['inspector'] }],
    ['by one of the site', anArrival({ personId: personId('otto') }), { code: 'otherSite' }],
  ])('only %s', (_, fact, refusal) => {
    expect(judged(fact)).toEqual(refusal);
  });

  test('at that station’s site, though its person is of both', () => {
    const sites = [siteId('site-1'), siteId('site-2')];
    const workingSet = { people: new Map([[dora.id as string, { ...dora, siteIds: sites }]]) };
    const fact = anArrival({ siteId: siteId('site-2') });
    expect(judged(fact, { workingSet })).toEqual({ code: 'otherSite' });
    expect(judged({ ...fact, siteId: siteId('site-1') }, { workingSet })).toBe('dora: dock');
  });

  test('only under a signature', () => {
    expect(judged(anArrival(), { proved: nothingProved })).toEqual({ code: 'badSignature' });
  });

  test('only where its case is; one without a case anywhere', () => {
    const elsewhere = caseNumber(1, { siteId: siteId('site-2') });
    const workingSet = { cases: new Map([['case-1', elsewhere]]) };
    expect(judged(anArrival(), { workingSet })).toEqual({ code: 'otherSite' });
    expect(judged(anArrival({ caseId: null }), { workingSet })).toBe('dora: dock');
    expect(judged(anArrival({ caseId: caseId('opened') }), { workingSet })).toBe('dora: dock');
  });
});

describe('A station that was revoked', () => {
  const revoked = (revokedAt: string) => ({
    station: { id: 'station-1', siteId: 'site-1', revokedAt },
  });
  test('has what was recorded before handed in, and nothing of after', () => {
    expect(judged(anArrival(), revoked('2026-11-19T00:00:00.000Z'))).toBe('dora: dock');
    const at = '2026-11-18T14:00:00.000Z';
    expect(judged(anArrival(), revoked(at))).toEqual({ code: 'stationRevoked', at });
  });
  test('is held to what its chain says of the time', () => {
    const at = '2026-11-19T00:00:00.000Z';
    const recordedThrough = new Date('2026-11-19T01:00:00.000Z');
    const chain = { lastSequence: 0, lastHash: null, recordedThrough };
    expect(judged(anArrival(), { ...revoked(at), chain })).toEqual({ code: 'stationRevoked', at });
  });
});

describe('Somebody who was changed', () => {
  const until = '2026-11-19T00:00:00.000Z';
  const earlier = (...persons: readonly Person[]) =>
    new Map([[dora.id as string, persons.map((person) => ({ person, until }))]]);

  test('has what they recorded before judged by what they were', () => {
    expect(judged(byDora(aFinding()), { earlier: earlier(asInspector) })).toBe('dora: inspector');
  });
  test('is judged by the latest of what they were that may', () => {
    const both = { ...dora, roles: ['inspector' as const, 'dock' as const] };
    const given = earlier({ ...dora, active: false }, asInspector, both);
    expect(judged(byDora(aFinding()), { earlier: given })).toBe('dora: inspector');
  });
  test('is told why they may not now, where they never might', () => {
    expect(judged(byDora(aFinding()), { earlier: earlier({ ...dora, active: false }) })).toEqual({
      code: 'notYourRole',
      needs: ['inspector'],
    });
  });
  test('has nothing of after judged so', () => {
    const late = byDora(
      aFinding({ at: { ...aFinding().at, knownAfter: '2026-11-19T09:00:00.000Z' } }),
    );
    expect(judged(late, { earlier: earlier(asInspector) })).toMatchObject({ code: 'notYourRole' });
  });
  test('has nothing judged by what others were', () => {
    const others = new Map([['ivan', [{ person: asInspector, until }]]]);
    expect(judged(byDora(aFinding()), { earlier: others })).toMatchObject({ code: 'notYourRole' });
  });
});

const retiredAt = '2026-11-19T00:00:00.000Z';

describe('What a retired key signed', () => {
  const under =
    (person: Person, why: RetiredKey['why'] = 'left') =>
    (sent: SentCommand) => ({
      proved: nothingProved,
      retired: new Map([[sent, { publicKey: '', stationId: null, retiredAt, why, person }]]),
    });
  test('is judged by its person as they were then', () => {
    expect(judged(byDora(aFinding()), under(asInspector))).toBe('dora: inspector');
  });
  test('proves nothing where the key may be in wrong hands', () => {
    expect(judged(byDora(aFinding()), under(asInspector, 'compromised'))).toEqual({
      code: 'keyRetired',
      at: retiredAt,
      why: 'compromised',
    });
  });
});

describe('A key that is retired', () => {
  const time = (changes: Partial<RecordedTime>) =>
    anArrival({ at: { ...anArrival().at, ...changes } });
  const counts = (
    fact: Fact,
    known: { acceptedAt?: string; recordedThrough?: Date | null } = {},
    why: RetiredKey['why'] = 'left',
  ) =>
    mayCountStill(
      fact,
      { retiredAt, why },
      { acceptedAt: '2026-11-20T00:00:00.000Z', recordedThrough: null, ...known },
    ).ok;
  const after = (ms: number) => new Date(Date.parse(retiredAt) + ms);
  const within = after(skewLimitMs);
  const beyond = after(skewLimitMs + 1);

  test('still counts for floor work of before, whether its person left or got another', () => {
    expect(counts(anArrival())).toBe(true);
    expect(counts(anArrival(), {}, 'replaced')).toBe(true);
    expect(counts(anArrival(), {}, 'compromised')).toBe(false);
  });
  test('decides nothing any more', () => {
    expect(counts(aDecision({ at: anArrival().at }))).toBe(false);
  });
  test('counts for a month', () => {
    const at = (ms: number) => counts(anArrival(), { acceptedAt: after(ms).toISOString() });
    expect(at(unsentUnderRetiredKeyMs)).toBe(true);
    expect(at(unsentUnderRetiredKeyMs + 1)).toBe(false);
  });
  test.each([
    ['it says itself it was recorded', (at: Date) => counts(time({ utc: at.toISOString() }))],
    [
      'the station had heard central',
      (at: Date) => counts(time({ knownAfter: at.toISOString(), utc: at.toISOString() })),
    ],
    [
      'the chain before it was recorded',
      (at: Date) => counts(anArrival(), { recordedThrough: at }),
    ],
  ])('does not count beyond what clocks differ by, by when %s', (_, said) => {
    expect(said(within)).toBe(true);
    expect(said(beyond)).toBe(false);
  });
  test('does not count for what its station had heard central after', () => {
    expect(counts(time({ knownAfter: beyond.toISOString() }))).toBe(false);
  });
  test('does not count by a clock that was set back, or ran ahead', () => {
    expect(counts(time({ knownAfter: '2026-11-18T20:00:00.000Z' }))).toBe(false);
    const early = { acceptedAt: '2026-11-18T14:00:00.000Z' };
    expect(counts(anArrival(), early)).toBe(false);
  });
});
