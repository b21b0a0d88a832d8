/** What puts one thing right in a made-up case, so that others can be tried behind it. */

import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { PolicyInput } from '../../../shared/policy/decision.ts';
import { aCase, anApplication } from './aCase.ts';
import { aContract } from './aContract.ts';
import { articles } from './arbitraryPapers.ts';
import { findingId, orderLineId, returnLineId } from './ids.ts';
import { aFinding } from './recordedFacts.ts';

type Repair = (input: PolicyInput) => PolicyInput;

const appliedFor: Repair = (input) => ({
  ...input,
  returnCase: {
    ...input.returnCase,
    application: input.returnCase.application ?? anApplication(),
  },
});

const authorised: Repair = (input) => ({
  ...input,
  returnCase: { ...input.returnCase, review: aCase().review },
});

const underContract: Repair = (input) => ({
  ...input,
  contract: {
    ...(input.contract ?? aContract()),
    returnPeriod: input.contract?.returnPeriod ?? aContract().returnPeriod,
  },
});

const linked: Repair = (input) => ({
  ...input,
  returnCase: {
    ...input.returnCase,
    lines: input.returnCase.lines.map((line) => ({
      ...line,
      orderLineId: line.orderLineId ?? orderLineId('order-1'),
    })),
  },
  unitGroups: input.unitGroups.map((group) => ({
    ...group,
    returnLineId: group.returnLineId ?? returnLineId('line-1'),
  })),
});

const freelyApproved: Repair = (input) => ({
  ...input,
  returnCase: {
    ...input.returnCase,
    lines: input.returnCase.lines.map((line) => ({ ...line, approvedQuantity: null })),
  },
});

const received: Repair = (input) => ({
  ...input,
  orderLines: input.orderLines.map((line) => ({
    ...line,
    clientReceivedOn: line.clientReceivedOn ?? '2026-11-05',
  })),
});

const enoughShipped: Repair = (input) => ({
  ...input,
  orderLines: input.orderLines.map((line) => ({
    ...line,
    orderedQuantity: 30,
    shippedQuantity: 30,
  })),
});

const rightArticle: Repair = (input) => ({
  ...input,
  unitGroups: input.unitGroups.map(
    (group): UnitsCountedFact =>
      group.article.number === articles.never.number || group.identity !== 'match'
        ? { ...group, article: articles.ordered, identity: 'match' }
        : group,
  ),
});

/** Findings say how many units they are about as their units do. */
const findingsOfTheirUnits: Repair = (input) => ({
  ...input,
  findings: input.findings.map((finding) =>
    finding.units === undefined && finding.serials === undefined
      ? { ...finding, quantity: Math.min(finding.quantity, 2) }
      : finding,
  ),
});

/** Every unit was looked at: whatever nobody spoke of has one finding more. */
const allInspected: Repair = (input) => {
  const template = input.findings[0];
  return {
    ...input,
    unitGroups: input.unitGroups.map((group) => ({ ...group, serials: [] })),
    findings: [
      ...input.findings.filter((finding) => finding.serials === undefined),
      ...[...new Set(input.unitGroups.map(({ unitGroupId }) => unitGroupId))].flatMap(
        (unitGroupId, at) => {
          const counts = new Map(
            input.unitGroups
              .filter((group) => group.unitGroupId === unitGroupId)
              .map(({ id, quantity }) => [id, quantity]),
          );
          const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
          return total === 0
            ? []
            : aFinding({
                ...(template === undefined ? {} : { observation: template.observation }),
                unitGroupId,
                findingId: findingId(`all-${at}`),
                quantity: total,
                units: [{ from: 0, to: total }],
              });
        },
      ),
    ],
  };
};

export const repairs: readonly Repair[] = [
  appliedFor,
  authorised,
  underContract,
  linked,
  freelyApproved,
  received,
  enoughShipped,
  rightArticle,
  findingsOfTheirUnits,
  allInspected,
];
