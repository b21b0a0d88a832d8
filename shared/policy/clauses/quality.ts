import { fromThousandths } from '../../facts/quantity.ts';
import type { ClauseOutcome } from '../decision.ts';
import { responsibleFor } from '../reading/liability.ts';
import {
  type BasisReading,
  fired,
  type Ground,
  notFired,
  type PortionContext,
} from '../reading/reading.ts';
import { citeAnswer, citeContract, citeFacts, citePolicy } from '../reading/references.ts';
import type { MisuseProof } from '../reading/weighing.ts';
import { why } from '../whyCodes.ts';

/**
 * II-QUALITY: a material discrepancy or craftsmanship defect is accepted without conditions. The
 * only exit is improper use, proved by the policy's number of distinct signs on the same units and a
 * photo; a doubtful cause goes to a person.
 */
export function quality(context: PortionContext): BasisReading {
  return {
    outcome: outcomeOf(context),
    ground: groundOf(context),
    questions: [],
    missing: isUnproved(context) && !hasOtherGround(context) ? ['misuseProof'] : [],
  };
}

function groundOf(context: PortionContext): Ground | null {
  const { weighing } = context;
  const ours: Ground = { clause: 'II-QUALITY', liability: 'us', rechargeTo: null, half: false };
  if (weighing.manufacturing.length > 0 || weighing.inferred?.upheld) return ours;
  if (!weighing.unclear) return null;
  const responsible = responsibleFor(context);
  if (responsible === 'us') return ours;
  return responsible === 'sharedHalf' ? { ...ours, liability: 'shared', half: true } : null;
}

function isUnproved({ weighing }: PortionContext): boolean {
  return weighing.misuse !== null && !weighing.misuse.isProved;
}

/** Something else already decides about these units. */
function hasOtherGround({ facts, weighing }: PortionContext): boolean {
  return (
    facts.byRecords !== null ||
    weighing.manufacturing.length > 0 ||
    weighing.orderError.length > 0 ||
    weighing.ourTransport.length > 0 ||
    weighing.otherTransport.length > 0 ||
    weighing.unclear !== null
  );
}

function outcomeOf(context: PortionContext): ClauseOutcome {
  const { facts, input, weighing } = context;
  const of = facts.group.quantity;
  const quantity = fromThousandths(facts.size);
  const { inferred, manufacturing, misuse, noDefect, unclear } = weighing;

  if (inferred)
    return inferred.upheld
      ? fired(
          'II-QUALITY',
          why('quality.inferredFromSample', {
            inspected: inferred.inspected,
            defective: inferred.defective,
            of,
          }),
          [facts.group.id, ...citeContract(input)],
        )
      : notFired(
          'II-QUALITY',
          why('quality.sampleSound', {
            inspected: inferred.inspected,
            defective: inferred.defective,
            of,
          }),
          [facts.group.id, ...citeContract(input)],
        );
  if (manufacturing.length > 0)
    return fired(
      'II-QUALITY',
      why('quality.manufacturingDefect', { quantity, of }),
      citeFacts(manufacturing),
    );
  if (unclear) {
    const responsible = responsibleFor(context);
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
  if (misuse?.isProved) return proved(context, misuse);
  if (misuse && !hasOtherGround(context))
    return notFired(
      'II-QUALITY',
      why('quality.misuseNotProved', {
        quantity,
        indicators: misuse.indicators,
        needed: input.policy.parameters.misuseIndicatorsNeeded,
        photos: misuse.photoFactIds.length,
      }),
      [...citeFacts(misuse.findings), citePolicy(input)],
    );
  if (!weighing.inspected)
    return notFired('II-QUALITY', why('quality.notInspected', { remaining: quantity }), [
      facts.group.id,
    ]);
  const elsewhere = [...weighing.orderError, ...weighing.ourTransport, ...weighing.otherTransport];
  if (elsewhere.length > 0)
    return notFired('II-QUALITY', why('quality.otherCause', { quantity }), citeFacts(elsewhere));
  return noDefect.length > 0
    ? notFired('II-QUALITY', why('quality.noDefect', { quantity }), [
        facts.group.id,
        ...citeFacts(noDefect),
      ])
    : notFired('II-QUALITY', why('quality.noneRecorded', { quantity }), [
        facts.group.id,
        ...citeFacts(facts.findings),
      ]);
}

function proved({ facts, input }: PortionContext, misuse: MisuseProof): ClauseOutcome {
  return notFired(
    'II-QUALITY',
    why('quality.misuseProved', {
      quantity: fromThousandths(facts.size),
      indicators: misuse.indicators,
      needed: input.policy.parameters.misuseIndicatorsNeeded,
    }),
    [...citeFacts(misuse.findings), ...misuse.photoFactIds, citePolicy(input)],
  );
}
