import { describe, expect, test } from 'vitest';
import { awaitsSecondApproval } from '../../../../shared/cases/decisions/approval.ts';
import { contradictions } from '../../../../shared/cases/decisions/signatures.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import type { CaseReferences } from '../../../../shared/cases/reading/policyInput.ts';
import type { GroupChoice } from '../../../../shared/facts/decisionFacts.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import {
  admit,
  allLeak,
  factsIn,
  sam,
  sara,
  signedDecision,
  told,
} from '../../../builders/cases/aVerdictToDecide.ts';
import { aDecision, aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import {
  factId,
  orderLineId,
  personId,
  unitGroupId,
  verdictId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

describe('Two signatures', () => {
  const contract = { secondApprovalAbove: 1 };
  const unclear = allLeak.map((f) =>
    f.kind === 'finding' ? aFinding({ observation: aDefect({ cause: 'unknown' }) }) : f,
  );
  const answering = (answer: string) => ({
    answers: [
      {
        question: 'responsibleUnknown',
        unitGroupId: unitGroupId('group-1'),
        answer,
        reason: 'seen',
      },
    ],
  });

  test('that agree on answers, amounts and dispositions free the money', () => {
    const view = told({ facts: unclear, contract });
    const first = signedDecision(view, [{}], answering('us'));
    expect(admit(first, view)).toMatchObject({ refund: null, grant: null });
    const once = { ...view, file: readCaseFile(aCase(), [...factsIn(view), first]) };
    const second = { ...signedDecision(once, [{}], answering('us')), id: factId('second') };
    expect(admit(second, once, sam)).toMatchObject({ refund: { amount: 125_000 } });
  });

  test('that differ in an answer, "us" and "half each", free nothing and are contested', () => {
    const view = told({ facts: unclear, contract });
    const first = signedDecision(view, [{}], answering('us'));
    const once = { ...view, file: readCaseFile(aCase(), [...factsIn(view), first]) };
    const second = {
      ...signedDecision(once, [{}], answering('sharedHalf')),
      id: factId('second'),
      personId: sam.id,
    };
    expect(admit(second, once, sam)).toMatchObject({ refund: null, grant: null });
    const both = readCaseFile(aCase(), [...once.file.facts, second]);
    expect(contradictions(both).map((d) => d.personId)).toEqual(['sara', 'sam']);
    // The first agrees after all, by a decision that takes the place of the own one.
    const replaced = {
      ...signedDecision({ ...view, file: both }, [{}], answering('sharedHalf')),
      id: factId('third'),
      replaces: [first.id],
    };
    expect(admit(replaced, { ...view, file: both })).toMatchObject({ refund: { amount: 62_500 } });
  });

  test('one person is not two', () => {
    const view = told({ facts: allLeak, contract });
    const first = signedDecision(view, [{}]);
    const once = { ...view, file: readCaseFile(aCase(), [...factsIn(view), first]) };
    expect(admit({ ...first, id: factId('again') }, once)).toMatchObject({
      code: 'alreadyDecided',
    });
  });
});

describe('A yes and a no about one verdict', () => {
  const contract = { secondApprovalAbove: 1 };
  const view = told({ facts: allLeak, contract });
  const yes = signedDecision(view, [{}]);
  const once = { ...view, file: readCaseFile(aCase(), [...factsIn(view), yes]) };
  const no = aDecision({
    id: factId('no'),
    personId: sam.id,
    decision: 'decline',
    choices: [],
    reason: 'Misused',
  });
  const both = { ...view, file: readCaseFile(aCase(), [...factsIn(once), no]) };

  test('free nothing, and stay to be decided', () => {
    expect(admit(no, once, sam)).toMatchObject({ refund: null, grant: null });
    expect(both.file.state).toBe('verdictProposed');
    expect(contradictions(both.file).map((d) => d.personId)).toEqual(['sara', 'sam']);
  });

  test('are settled by whoever said yes and says no after all', () => {
    const after = { ...no, id: factId('after'), replaces: [yes.id] };
    expect(admit(after, both)).toMatchObject({
      grant: { decision: 'decline', signedBy: ['sara'] },
    });
  });

  test('are settled by anybody who sends the case back', () => {
    const back = { ...no, id: factId('back'), decision: 'sendBack' as const };
    const olga = { ...sara, id: personId('olga') };
    expect(admit(back, both, olga)).not.toHaveProperty('code');
    const file = readCaseFile(aCase(), [...both.file.facts, { ...back, personId: olga.id }]);
    expect(file.state).toBe('sentBack');
  });

  test('are not outvoted by a third', () => {
    const third = { ...signedDecision(once, [{}]), id: factId('third') };
    const olga = { ...sara, id: personId('olga') };
    expect(admit(third, both, olga)).toMatchObject({ code: 'alreadyDecided', by: 'sam' });
  });
});

describe('A first signature that central took, and that nobody can follow any more', () => {
  const contract = { secondApprovalAbove: 1 };
  const view = told({ facts: allLeak, contract });
  const first = signedDecision(view, [{}]);
  const read = (...of: readonly string[]) =>
    readCaseFile(
      aCase(),
      [...factsIn(view), first],
      [],
      [],
      new Map(of.map((id) => [factId(id), '2026-11-20T15:00:00Z'])),
    );
  const [taken, onTheWay] = [read(first.id), read()];
  const { references } = view;
  if (!references) throw new Error('no references');
  const [line] = references.orderLines;
  const granted = { orderLineId: orderLineId('order-line-1'), quantity: 10, value: 125_000 };

  test.each([
    ['another case was granted its order line', { grantedElsewhere: [granted] }],
    ['its order line has another currency', { orderLines: [{ ...line, currency: 'EUR' }] }],
    ['its contract is gone', { contract: null }],
    ['one may sign alone by now', { contract: aContract({ version: 2 }) }],
  ] as const)('waits for a person still: %s', (_, now) => {
    const known = { ...references, ...now } as CaseReferences;
    expect(awaitsSecondApproval(taken, known)?.id).toBe(first.id);
    // What is on its way to central is central's to answer.
    expect(awaitsSecondApproval(onTheWay, known)).toBeNull();
  });

  test('as long as nothing changed it waits because it does, wherever it is', () => {
    for (const file of [taken, onTheWay])
      expect(awaitsSecondApproval(file, references)?.id).toBe(first.id);
    const alone = { ...references, contract: aContract() };
    const by = told({ facts: allLeak });
    const only = signedDecision(by, [{}]);
    const acceptedAt = new Map([[only.id, '2026-11-20T15:00:00Z']]);
    const file = readCaseFile(aCase(), [...factsIn(by), only], [], [], acceptedAt);
    // Between the answer and the feed its grant is not here yet.
    expect(awaitsSecondApproval(file, alone)).toBeNull();
  });
});

describe('Compensation', () => {
  const crushed = allLeak.map((f) =>
    f.kind === 'finding' ? aFinding({ observation: aDefect({ cause: 'outboundTransport' }) }) : f,
  );
  const objected = { objectedOn: '2026-11-05' };

  test('is a sum with its basis, at most the price', () => {
    const view = told({ facts: crushed });
    const file = readCaseFile(aCase(objected), factsIn(view));
    const of = { ...view, file };
    const compensate = (amount: number, basis: GroupChoice['basis']) =>
      signedDecision(of, [
        {
          resolution: 'compensation',
          disposition: 'keepWithAllowance',
          amount,
          ...(basis ? { basis } : {}),
        },
      ]);
    expect(admit(compensate(30_000, 'costOfRepair'), of)).toMatchObject({
      refund: { amount: 30_000 },
    });
    expect(admit(compensate(30_000, undefined), of)).toMatchObject({ code: 'basisRequired' });
    expect(admit(compensate(125_001, 'agreed'), of)).toMatchObject({ code: 'amountOutOfRange' });
  });
});

describe('A refund waits for its photos', () => {
  test('of each shot the policy wants, one by its hash', () => {
    const policy = aPolicy();
    const demanding = {
      ...policy,
      parameters: {
        ...policy.parameters,
        evidence: [{ reason: null, severity: null, shots: ['defectCloseUp' as const] }],
      },
    };
    const of = told({ facts: allLeak, references: { policy: demanding } });
    expect(admit(signedDecision(of, [{}]), of)).toMatchObject({
      refund: { waitsForPhotos: [[aPhoto().sha256]] },
    });
  });
});

test('a verdict bears an id no other verdict ever bore', () => {
  const view = told({ facts: allLeak });
  const ivan = { ...sara, id: personId('ivan'), roles: ['inspector' as const] };
  const again = aFinishedInspection({ id: factId('again'), basis: [] });
  expect(admit(again, view, ivan)).toMatchObject({ code: 'idReused' });
  const elsewhere = { ...again, verdictId: verdictId('verdict-9') };
  expect(admit(elsewhere, { ...view, isIdTaken: true }, ivan)).toMatchObject({
    code: 'idReused',
  });
});
