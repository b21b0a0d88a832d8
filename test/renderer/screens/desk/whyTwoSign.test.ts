import { expect, test } from 'vitest';
import { whoIsAsked, whyTwoSign } from '../../../../renderer/screens/desk/openCase/whyTwoSign.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { aDecision } from '../../../builders/cases/decidedFacts.ts';
import { contractId, personId, policyVersionId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const terms = {
  currency: 'USD' as const,
  policyVersionId: policyVersionId('policy-1'),
  policyVersion: 1,
  contractId: contractId('contract-1'),
  contractVersion: 1,
  basisHash: 'a'.repeat(64),
};
const worth = (value: number) =>
  aDecision({
    terms,
    choices: [
      {
        unitGroupId: unitGroupId('group-1'),
        resolution: 'refund',
        disposition: 'scrap',
        overrideAmount: null,
        value,
      },
    ],
  });
const said = (limit: number | null, first = worth(60_000)) =>
  whyTwoSign(
    wording,
    aCaseView([], { contract: aContract({ secondApprovalAbove: limit }) }),
    first,
  );

test('two sign above the limit, and are told so only where it is passed', () => {
  const above = 'Above USD\u00a0500.00 two supervisors approve. One has.';
  expect(said(50_000)).toBe(above);
  expect(said(50_000, aDecision())).toBe(above);
  const beyond =
    'One may not grant beyond what is left, or what was granted elsewhere: two supervisors approve. One has.';
  expect(said(60_000)).toBe(beyond);
  expect(said(null)).toBe(beyond);
});

test('whoever was asked by name is named', () => {
  const [luis, maria] = [personId('luis'), personId('maria')];
  const people = new Map([[luis as string, { id: luis, name: 'Luis Ferreira' }]]);
  expect(whoIsAsked(wording, { people }, maria, luis)).toBe(
    'maria asks Luis Ferreira to sign too.',
  );
});
