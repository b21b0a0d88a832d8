import { fromThousandths } from '../../returns/quantity.ts';
import type { ClauseOutcome } from '../decision.ts';
import { type DefectFinding, isDefect } from '../groupFacts.ts';
import { responsibleFor } from '../liability.ts';
import { type BasisReading, fired, type Ground, type GroupContext, notFired } from '../reading.ts';
import { citeAnswer, citeContract, citeFacts, citePolicy } from '../references.ts';
import { misuseProof } from '../weighing.ts';
import { why } from '../whyCodes.ts';

/**
 * II-QUALITY: a material discrepancy or craftsmanship defect is accepted without conditions. The
 * only exit is improper use, proved by the policy's number of distinct signs and a photo; a doubtful
 * cause goes to a person.
 */
export function quality(context: GroupContext): BasisReading {
  const { weighing } = context;
  const responsible = responsibleFor(context);
  const grounds: Ground[] = [];
  if (weighing.manufacturing.quantity > 0)
    grounds.push({
      clause: 'II-QUALITY',
      quantity: weighing.manufacturing.quantity,
      liability: 'us',
      half: false,
    });
  if (weighing.unclear.quantity > 0 && (responsible === 'us' || responsible === 'sharedHalf'))
    grounds.push({
      clause: 'II-QUALITY',
      quantity: weighing.unclear.quantity,
      liability: responsible === 'us' ? 'us' : 'shared',
      half: responsible === 'sharedHalf',
    });
  return {
    outcome: outcomeOf(context),
    grounds,
    questions: [],
    missing: weighing.misuseNotProved.quantity > 0 ? ['misuseProof'] : [],
  };
}

function outcomeOf(context: GroupContext): ClauseOutcome {
  const { facts, input, weighing } = context;
  const of = facts.group.quantity;
  const responsible = responsibleFor(context);
  const { manufacturing, unclear, misuseProved, misuseNotProved, noDefect } = weighing;

  if (weighing.inferred?.upheld)
    return fired(
      'II-QUALITY',
      why('quality.inferredFromSample', {
        inspected: weighing.inferred.inspected,
        defective: weighing.inferred.defective,
        of,
      }),
      [...citeFacts(manufacturing.findings), ...citeContract(input)],
    );
  if (manufacturing.quantity > 0)
    return fired(
      'II-QUALITY',
      why('quality.manufacturingDefect', {
        quantity: fromThousandths(manufacturing.quantity),
        of,
      }),
      citeFacts(manufacturing.findings),
    );
  if (unclear.quantity > 0) {
    const quantity = fromThousandths(unclear.quantity);
    const cited = citeFacts(unclear.findings);
    if (responsible === null)
      return notFired(
        'II-QUALITY',
        why('quality.causeUnclear', { quantity, cause: unclear.cause }),
        cited,
      );
    const byPerson = [...cited, citeAnswer('responsibleUnknown')];
    return responsible === 'us' || responsible === 'sharedHalf'
      ? fired('II-QUALITY', why('quality.personSaysUs', { quantity, of }), byPerson)
      : notFired(
          'II-QUALITY',
          why('quality.personSaysOther', { quantity, answer: responsible }),
          byPerson,
        );
  }
  if (misuseNotProved.quantity > 0) {
    const finding = misuseNotProved.findings.find(isDefect);
    const proof = finding ? misuseProof(finding, facts) : { indicators: 0, photoFactIds: [] };
    return notFired(
      'II-QUALITY',
      why('quality.misuseNotProved', {
        quantity: fromThousandths(misuseNotProved.quantity),
        indicators: proof.indicators,
        needed: input.policy.parameters.misuseIndicatorsNeeded,
        photos: proof.photoFactIds.length,
      }),
      [...citeFacts(misuseNotProved.findings), citePolicy(input)],
    );
  }
  if (weighing.uninspected > 0)
    return notFired(
      'II-QUALITY',
      why('quality.notInspected', { remaining: fromThousandths(weighing.uninspected) }),
      [facts.group.id],
    );
  if (misuseProved.quantity > 0) return misuse(context, misuseProved.findings.filter(isDefect));
  const otherwise = [weighing.orderError, weighing.ourTransport, weighing.otherTransport];
  const elsewhere = otherwise.flatMap((share) => share.findings);
  return elsewhere.length > 0
    ? notFired(
        'II-QUALITY',
        why('quality.otherCause', {
          quantity: fromThousandths(otherwise.reduce((sum, share) => sum + share.quantity, 0)),
        }),
        citeFacts(elsewhere),
      )
    : notFired(
        'II-QUALITY',
        why('quality.noDefect', { quantity: fromThousandths(noDefect.quantity) }),
        [facts.group.id, ...citeFacts(noDefect.findings)],
      );
}

function misuse(context: GroupContext, findings: readonly DefectFinding[]): ClauseOutcome {
  const { facts, input, weighing } = context;
  const proofs = findings.map((finding) => misuseProof(finding, facts));
  return notFired(
    'II-QUALITY',
    why('quality.misuseProved', {
      quantity: fromThousandths(weighing.misuseProved.quantity),
      indicators: Math.min(...proofs.map((proof) => proof.indicators)),
      needed: input.policy.parameters.misuseIndicatorsNeeded,
    }),
    [
      ...citeFacts(findings),
      ...new Set(proofs.flatMap((proof) => proof.photoFactIds)),
      citePolicy(input),
    ],
  );
}
