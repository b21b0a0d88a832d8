/** Goods are always receivable; whether they may be treated as this return is asked here. */

import { assertNever } from '../result.ts';
import type { NegativeOutcome } from '../returns/codes.ts';
import type { PolicyInput, Question, Why } from './decision.ts';
import type { GroupFacts } from './groupFacts.ts';
import { answerTo, questionAnswers } from './questionAnswers.ts';
import { citeCase, citeLine, citeOrderLine } from './references.ts';
import { why } from './whyCodes.ts';

export type Intake =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'refused'; readonly negative: NegativeOutcome };

/** Goods without an application, before the review or against it: asked once for the case. */
export function caseIntake(input: PolicyInput): Intake {
  const reason = whyUnexpected(input);
  if (reason === null) return { kind: 'accepted' };
  switch (answerTo('blindReturn', null, input.answers)) {
    case 'acceptAsReturn':
      return { kind: 'accepted' };
    case 'refuseAsReturn':
      return { kind: 'refused', negative: 'moreInformation' };
    default:
      return {
        kind: 'asked',
        question: {
          question: 'blindReturn',
          clauses: [input.returnCase.application ? 'III-REVIEW' : 'III-APPLY', 'III-INSPECT'],
          why: reason,
          unitGroupId: null,
          answers: questionAnswers.blindReturn,
          facts: [citeCase(input), ...input.arrivals.map((arrival) => arrival.id).sort()],
        },
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

/** Units nobody sold, another article, a foreign serial or a surplus: asked per group. */
export function groupIntake(input: PolicyInput, facts: GroupFacts): Intake {
  const stranger = whyForeign(facts);
  if (stranger === null) return { kind: 'accepted' };
  const { unitGroupId } = facts.group;
  switch (answerTo('blindReturn', unitGroupId, input.answers)) {
    case 'acceptAsReturn':
      return { kind: 'accepted' };
    case 'refuseAsReturn':
      return { kind: 'refused', negative: stranger.negative };
    default:
      return {
        kind: 'asked',
        question: {
          question: 'blindReturn',
          clauses: ['III-APPLY', 'II-ORDER'],
          why: stranger.why,
          unitGroupId,
          answers: questionAnswers.blindReturn,
          facts: [facts.group.id, ...citeLine(facts), ...citeOrderLine(facts)],
        },
      };
  }
}

function whyForeign(facts: GroupFacts): { why: Why; negative: NegativeOutcome } | null {
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
  switch (group.identity) {
    case 'mismatch_class':
      return line?.claimedReason === 'wrongGoods'
        ? null
        : {
            why: why('ask.otherArticle', { article, ordered: orderLine.article.number }),
            negative: 'noRecordOfSale',
          };
    case 'mismatch_instance':
      return { why: why('ask.foreignSerial', { article }), negative: 'noRecordOfSale' };
    case 'mismatch_quantity':
      return line?.claimedReason === 'wrongQuantity'
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
