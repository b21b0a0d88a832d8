import { expect, onTestFinished, test } from 'vitest';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import { ownIdOf } from '../../shared/office/externalId.ts';
import { aCase, anApplication } from '../builders/cases/aCase.ts';
import { aPolicy } from '../builders/cases/aPolicy.ts';
import { caseId } from '../builders/cases/ids.ts';
import { startCentral } from '../builders/central/centralInMemory.ts';
import { until } from '../builders/station/until.ts';
import { moveIn } from '../central/aCompany.ts';
import { askOffice } from '../central/office/askOffice.ts';
import { aStation } from './aCentral.ts';
import { approve, inspect } from './aReturnAtWork.ts';

const day = 24 * 60 * 60_000;
const [before, since, unheard] = [caseId('case-1'), caseId('case-2'), caseId('case-3')];
const edition = ownIdOf('policies', { source: 'legal', id: 'RP-2' });

test('a return is judged by the edition of the day it was applied for, and one applied for later by the new one', async () => {
  // Wednesday 2026-11-18, 10:00 in New York.
  let at = Date.parse('2026-11-18T15:00:00.000Z');
  const began = performance.now();
  const now = () => at + Math.round(performance.now() - began);
  const central = await startCentral({
    now: () => new Date(now()),
    fill: async (tools) => {
      await moveIn(tools);
      const application = anApplication({ receivedOn: '2026-11-19' });
      const later = [since, unheard].map((id, n) =>
        aCase({ id, rma: `RMA-200${n}`, trackingNumbers: [`1Z99${n}`], application }),
      );
      await tools.putDocuments(later.map((body) => ({ collection: 'cases', body })));
    },
  });
  onTestFinished(() => central.close());
  const away = await aStation(central, { now });
  for (const badge of ['DORA01', 'IVAN01', 'SARA01']) await away.signIn(badge);
  away.goOffline();
  const { parameters } = aPolicy({
    evidence: [{ reason: null, severity: null, shots: ['serialPlate'] }],
  });
  const path = 'policies/legal:RP-2';
  const body = { effectiveFrom: '2026-11-19', parameters };
  expect((await askOffice(central, { method: 'PUT', path, body })).status).toBe(201);
  const check = { method: 'POST', path: `${path}/check?by=Ben` };
  expect((await askOffice(central, check)).status).toBe(200);

  at += 2 * day;
  const station = await aStation(central, { now });
  await until('the new edition is here', async () => (await station.db.policyVersions.count()) > 1);
  const old = await inspect(station, before);
  const judged = await caseView(station.db, before, now());
  expect(judged?.references?.policy.id).toBe('policy-1');
  expect(judged?.decision).toMatchObject({ ok: true, value: { missingEvidence: [] } });
  await inspect(station, since);
  const anew = await caseView(station.db, since, now());
  expect(anew?.references?.policy.id).toBe(edition);
  expect(anew?.decision).toMatchObject({
    ok: true,
    value: { missingEvidence: [{ shot: 'serialPlate' }] },
  });

  const approved = await approve(await station.signIn('SARA01'), old);
  expect(approved.ok).toBe(true);
  await station.quiet();
  const paid = await caseView(station.db, before, now());
  expect(paid?.refunds).toHaveLength(1);

  // Approved where nobody had heard of the new edition: central decides again, by that.
  const there = await inspect(away, unheard);
  const decided = await approve(await away.signIn('SARA01'), there);
  expect(decided.ok).toBe(true);
  away.goOnline();
  await away.quiet();
  const refused = await caseView(away.db, unheard, now());
  expect(refused?.references?.policy.id).toBe(edition);
  expect(refused?.file.decisions).toEqual([]);
  expect(refused?.refunds).toEqual([]);
  const facts = await away.db.facts.filter(({ acceptance }) => acceptance === 'refused').toArray();
  expect(facts).toMatchObject([{ kind: 'verdictDecided' }]);
});
