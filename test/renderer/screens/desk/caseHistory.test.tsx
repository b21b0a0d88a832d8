import { expect, test } from 'vitest';
import { HistoryButton } from '../../../../renderer/workflow/history/CaseHistory.tsx';
import type { Change } from '../../../../shared/sync/change.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import { aCorrection, aPerson, aRefund } from '../../../builders/cases/decidedFacts.ts';
import { factId, findingId, stationId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { officeDocuments, sara } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { aBench, soon } from '../bench/aBench.tsx';

const fact = (body: { readonly id: string; readonly at: { readonly utc: string } }): Change => ({
  collection: 'facts',
  id: body.id,
  body: { fact: body, acceptedAt: body.at.utc } as never,
});
const late = (utc: string, offsetMs: number) => ({ ...aFinding().at, utc, offsetMs });

async function opened(changes: readonly Change[]) {
  const bench = await aBench(
    [...officeDocuments(), { collection: 'people', id: 'ivan', body: aPerson() }, ...changes],
    <HistoryButton caseId="case-1" />,
    sara,
  );
  await expect.poll(() => document.querySelector('button'), soon).not.toBeNull();
  const lines = () =>
    [...document.querySelectorAll('[role="dialog"] [role="listitem"]')].map((line) =>
      (line.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    );
  // The button is drawn before its key is heard.
  const press = () =>
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyH', key: 'h', ctrlKey: true }));
  await expect
    .poll(() => {
      if (document.querySelector('[role="dialog"]') === null) press();
      return lines().length;
    }, soon)
    .toBeGreaterThan(0);
  return { ...bench, lines };
}

test('one key away: who recorded what, at which station, when, and how far it has come', async () => {
  const taken = aCorrection({ at: late('2026-11-20T16:00:00.000Z', 0) });
  const { lines } = await opened([
    fact(anArrival()),
    fact(aUnitGroup({ stationId: stationId('station-abcdef') })),
    fact(aFinding({ at: late('2026-11-20T15:00:00.000Z', 600_000) })),
    fact(taken),
    {
      collection: 'grants',
      id: 'grant-1',
      body: aGrant({ acceptedAt: '2026-11-21T15:00:00.000Z' }),
    },
    {
      collection: 'refunds',
      id: 'refund-1',
      body: aRefund({ startedAt: '2026-11-21T15:01:00.000Z' }),
    },
  ]);
  const [refund, grant, correction, finding, ...rest] = lines();
  expect(refund).toContain('Refund started USD 1,250.00 · CN-1');
  expect(grant).toContain('Final at central');
  expect(correction).toContain('Correction Finding: 10 × Leaks');
  expect(correction).toContain('Mistyped');
  expect(finding).toContain('Taken back');
  expect(finding).toContain('Ivan Petrov');
  expect(finding).toContain('Accepted by central');
  expect(finding).toContain('it said Fri 20 Nov, 10:00');
  expect(rest.join(' ')).toContain('station station-abcdef');
  expect(rest.join(' ')).toContain('Dock 1');
  expect(rest.join(' ')).toContain('Application of the client Pumps leak at the shaft seal.');
});

test('what is not sent says so, and what central refused says why', async () => {
  const { station, receive, lines } = await opened([fact(anArrival())]);
  await receive('1Z555');
  await station.db.facts.update('fact-arrival-1', { acceptance: 'refused' });
  await station.db.refused.put({
    id: factId('fact-arrival-1'),
    caseId: 'case-1',
    kind: 'arrival',
    refusedAt: '2026-11-18T16:00:00.000Z',
    why: { kind: 'refused', refusal: { code: 'inactivePerson' } },
    seenAt: null,
  });
  await expect.poll(() => lines().join(' '), soon).toContain('Refused by central');
  expect(lines().join(' ')).toMatch(/no longer active|not active/i);
});

test('of ten thousand records those in sight are drawn, and the first is there', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    fact(
      aFinding({
        id: factId(`f-${String(at).padStart(5, '0')}`),
        findingId: findingId(`finding-${at}`),
        at: late(new Date(Date.parse('2026-11-20T15:00:00Z') + at * 1000).toISOString(), 0),
      }),
    ),
  );
  const { lines } = await opened(many);
  expect(lines().length).toBeLessThan(60);
  expect(must(document.querySelector('[role="listitem"]')).getAttribute('aria-setsize')).toBe(
    '10002',
  );
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('10,002 entries');
}, 60_000);
