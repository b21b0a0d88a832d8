import { expect, test } from 'vitest';
import { refusedDecision } from '../../../../renderer/queries/oneCase/refusedDecision.ts';
import { DecidedInstead } from '../../../../renderer/screens/refused/DecidedInstead.tsx';
import { RefusedBefore } from '../../../../renderer/screens/refused/RefusedBefore.tsx';
import { RefusalsScreen } from '../../../../renderer/screens/station/RefusalsScreen.tsx';
import type { DecisionTerms } from '../../../../shared/facts/decisionFacts.ts';
import type { Fact, VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import {
  aDecision,
  aFinishedInspection,
  aPerson,
  aSupervisor,
} from '../../../builders/cases/decidedFacts.ts';
import {
  contractId,
  factId,
  inspectionId,
  personId,
  policyVersionId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import {
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { officeDocuments, sara } from '../../../builders/station/aLoneStation.ts';
import { mount } from '../../components/mount.tsx';
import { aBench } from '../bench/aBench.tsx';

const inspected: readonly Fact[] = [
  anArrival(),
  aUnitGroup(),
  aFinding(),
  aPhoto(),
  aFinishedInspection(),
];
const refused = aDecision({ id: factId('fact-decision-a') });
const olga = aDecision({
  id: factId('fact-decision-b'),
  personId: personId('olga'),
  decision: 'decline',
  choices: [],
  reason: 'Too late',
});
const names: Readonly<Record<string, string>> = { sara: 'Sara Lind', olga: 'Olga Berg' };

function said(facts: readonly Fact[], of: VerdictDecidedFact = refused): string {
  const { file } = aCaseView(facts);
  return mount(<DecidedInstead refused={of} file={file} nameOf={(id) => names[id] ?? id} />).text();
}

test('a refused decision says what was decided instead, by whom, and what differs', () => {
  const text = said([...inspected, olga]);
  expect(text).toContain('Sara Lind signed: Approve · Refund');
  expect(text).toContain('Olga Berg decided instead, Fri 20 Nov, 10:00: Decline');
  expect(text).not.toContain('Both say the same');
});

test('where the same was decided it says so', () => {
  expect(
    said([...inspected, { ...olga, decision: 'approve', choices: refused.choices }]),
  ).toContain('Both say the same.');
});

test('a newer inspection in its place is named, and where nothing came nothing is made up', () => {
  const again = aFinishedInspection({
    id: factId('fact-verdict-2'),
    verdictId: verdictId('verdict-2'),
    inspectionId: inspectionId('inspection-2'),
    inspection: 'reInspection',
    basis: [factId('fact-verdict-1')],
    at: recordedOn('2026-11-21'),
  });
  expect(said([...inspected, again])).toContain('Now counts: Re-inspection by ivan, Sat 21 Nov');
  expect(said(inspected)).toContain('Nothing else was decided so far');
});

const fact = (body: Fact): Change => ({
  collection: 'facts',
  id: body.id,
  body: { fact: body, acceptedAt: body.at.utc },
});

/** Sara's decision was refused, since Olga's came first by the feed. */
async function aRefusedDecision(screen: Parameters<typeof aBench>[1]) {
  const bench = await aBench(
    [
      ...officeDocuments(),
      { collection: 'people', id: 'sara', body: aSupervisor() },
      {
        collection: 'people',
        id: 'olga',
        body: aPerson({ id: personId('olga'), name: 'Olga Berg', badge: 'OLGA01' }),
      },
      ...inspected.map(fact),
      fact(refused),
      fact(olga),
    ],
    screen,
    sara,
  );
  const { db } = bench.station;
  await db.facts.update(refused.id, { acceptance: 'refused' });
  await db.refused.put({
    id: refused.id,
    caseId: 'case-1',
    kind: 'verdictDecided',
    refusedAt: '2026-11-20T16:00:00.000Z',
    why: { kind: 'refused', refusal: { code: 'alreadyDecided', by: 'Olga Berg' } },
    seenAt: null,
  });
  return { ...bench, db };
}

test('the screen of refusals says it too, from what the feed brought', async () => {
  const { says } = await aRefusedDecision(
    <RefusalsScreen
      desktop={{ rescueStatus: () => new Promise(() => {}) }}
      onOpenCase={() => {}}
      onSeen={() => {}}
    />,
  );
  await says('Sara Lind signed: Approve');
  await says('Olga Berg decided instead');
  expect(document.body.textContent).not.toContain('Both say the same');
});

test('the case says it until somebody has seen it, or the same person signs anew', async () => {
  const facts = [...inspected, olga];
  const { db, says } = await aRefusedDecision(<RefusedBefore view={aCaseView(facts)} />);
  await says('Central did not accept what Sara Lind signed here last');
  await says('decided instead');
  const of = (all: readonly Fact[]) => refusedDecision(db, aCaseView(all).file);
  const anew = aDecision({ id: factId('fact-decision-c') });
  expect(await of([...inspected, anew])).toBeNull();
  await db.refused.update(refused.id, { seenAt: '2026-11-20T17:00:00.000Z' });
  expect(await of(facts)).toBeNull();
  expect(await of(inspected)).toMatchObject({ name: 'Sara Lind' });
});

test('what it rests on having changed is said in words and in money, without a hash', async () => {
  const [choice] = refused.choices;
  const terms: DecisionTerms = {
    currency: 'USD',
    policyVersionId: policyVersionId('policy-1'),
    policyVersion: 1,
    contractId: contractId('contract-1'),
    contractVersion: 1,
    basisHash: 'a'.repeat(64),
  };
  const dearer = { ...refused, choices: choice ? [{ ...choice, amount: 99_900 }] : [], terms };
  const view = aCaseView(inspected);
  if (!view.decision?.ok) throw new Error('the policy decides it');
  const { db, says } = await aRefusedDecision(<RefusedBefore view={view} />);
  const refusal = {
    code: 'signedDiffers',
    field: 'basisHash',
    signed: 'a'.repeat(64),
    computed: 'b'.repeat(64),
    unitGroupId: null,
    currency: 'USD',
  } as const;
  await db.facts.update(refused.id, { fact: dearer });
  await db.refused.update(refused.id, { why: { kind: 'refused', refusal } });
  await says('What it rests on has changed since it was signed');
  await says('Signed for USD 999.00. By what is known now the policy grants USD');
  expect(document.body.textContent).not.toMatch(/aaaa|bbbb/);
});
