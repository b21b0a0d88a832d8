/** Goods are always receivable; whether they may be treated as this return is asked here. */

import type { NegativeOutcome } from '../../facts/codes.ts';
import { assertNever } from '../../result.ts';
import type { ClauseOutcome, PolicyInput, Question, Why } from '../decision.ts';
import { articleByRecords } from '../reading/articleOfRecords.ts';
import type { Portion } from '../reading/portions.ts';
import { answerTo } from '../reading/questionAnswers.ts';
import { ask, notFired } from '../reading/reading.ts';
import { citeAnswer, citeCase, citeLine, citeOrderLine } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

export type Intake =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'asked'; readonly question: Question }
  | {
      readonly kind: 'refused';
      readonly negative: NegativeOutcome;
      /** The clause that speaks against it. */
      readonly outcome: ClauseOutcome;
    };

const accepted: Intake = { kind: 'accepted' };

/** Goods without an application, before the review or against it: asked once for the case. */
export function caseIntake(input: PolicyInput): Intake {
  const reason = whyUnexpected(input);
  if (reason === null) return accepted;
  switch (answerTo('blindReturn', null, input.answers)) {
    case 'acceptAsReturn':
      return accepted;
    case 'refuseAsReturn':
      return {
        kind: 'refused',
        negative: 'moreInformation',
        outcome: notFired('III-APPLY', why('apply.refusedByPerson', {}), [
          citeCase(input),
          citeAnswer('blindReturn'),
        ]),
      };
    default:
      return {
        kind: 'asked',
        question: ask(
          'blindReturn',
          null,
          [input.returnCase.application ? 'III-REVIEW' : 'III-APPLY', 'III-INSPECT'],
          reason,
          [citeCase(input), ...new Set(input.arrivals.map((arrival) => arrival.id).sort())],
        ),
      };
  }
}

function whyUnexpected({ returnCase }: PolicyInput): Why | null {
  const { application, review } = returnCase;
  if (application === null) return why('ask.noApplication', {});
  if (review === null) return why('ask.arrivedBeforeReview', {});
  if (review.outcome === 'denied') return why('ask.reviewDenied', { sentOn: review.sentOn });
  if (review.outcome === 'moreInformation')
    return why('ask.reviewWantsMore', { sentOn: review.sentOn });
  return null;
}

/** Units nobody sold, an article neither sold nor shipped, a foreign serial or one seen before, a surplus: asked per portion. */
export function portionIntake(input: PolicyInput, facts: Portion): Intake {
  const again = serialAgain(input, facts);
  if (again !== null) return again;
  const stranger = whyForeign(facts);
  if (stranger === null) return accepted;
  switch (answerTo('blindReturn', facts, input.answers)) {
    case 'acceptAsReturn':
      return accepted;
    case 'refuseAsReturn':
      return {
        kind: 'refused',
        negative: stranger.negative,
        outcome: notFired('III-APPLY', why('apply.foreignByPerson', {}), [
          facts.group.id,
          citeAnswer('blindReturn'),
        ]),
      };
    default:
      return {
        kind: 'asked',
        question: ask('blindReturn', facts, ['III-APPLY', 'II-ORDER'], stranger.why, [
          facts.group.id,
          ...citeLine(facts),
          ...citeOrderLine(facts),
        ]),
      };
  }
}

/** A serial counts once in the whole company until it was shipped again. */
function serialAgain(input: PolicyInput, facts: Portion): Intake | null {
  if (facts.elsewhere === null) return null;
  const { serial, caseId } = facts.elsewhere;
  const cited = [facts.group.id, `case:${caseId}`];
  switch (answerTo('serialAgain', facts, input.answers)) {
    case 'countAgain':
      return null;
    case 'refuseAgain':
      return {
        kind: 'refused',
        negative: 'quantityDifference',
        outcome: notFired('III-REFUND', why('refund.serialReturnedBefore', { serial }), [
          ...cited,
          citeAnswer('serialAgain'),
        ]),
      };
    default:
      return {
        kind: 'asked',
        question: ask(
          'serialAgain',
          facts,
          ['III-REFUND', 'III-APPLY'],
          why('ask.serialAgain', { serial, caseId }),
          cited,
        ),
      };
  }
}

function whyForeign(facts: Portion): { why: Why; negative: NegativeOutcome } | null {
  const { group, line, orderLine } = facts;
  const article = group.article.number ?? group.article.gtin ?? group.article.name;
  if (orderLine === null)
    return {
      why: why('ask.orderUnknown', { article }),
      negative:
        group.article.number === null && group.article.gtin === null
          ? 'notIdentifiable'
          : 'noRecordOfSale',
    };
  if (articleByRecords(group, orderLine) === 'neither')
    return {
      why: why('ask.otherArticle', { article, ordered: orderLine.article.number }),
      negative: 'noRecordOfSale',
    };
  switch (group.identity) {
    case 'mismatch_class':
      return null;
    case 'mismatch_instance':
      return { why: why('ask.foreignSerial', { article }), negative: 'noRecordOfSale' };
    case 'mismatch_quantity':
      return line?.claimedReason === 'wrongQuantity' || line?.claimedReason === 'surplus'
        ? null
        : {
            why: why('ask.otherQuantity', { quantity: group.quantity }),
            negative: 'quantityDifference',
          };
    case 'match':
      return null;
    default:
      return assertNever(group.identity);
  }
}
