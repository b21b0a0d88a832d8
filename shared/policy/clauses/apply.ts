import type { ReturnCase } from '../../facts/documents.ts';
import { assertNever } from '../../result.ts';
import type { ClauseOutcome, PolicyInput } from '../decision.ts';
import { fired, notFired, type PortionContext } from '../reading/reading.ts';
import {
  citeAnswer,
  citeCase,
  citeContract,
  citeOrderLine,
  citePeriodCalendar,
  citePolicy,
} from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/**
 * III-APPLY: a written application within the agreed period, with the evidence the policy asks for.
 * The evidence serves the review: once our own inspection proved a ground its absence is only noted.
 */
export function apply(
  { application, facts, input }: PortionContext,
  isProved: boolean,
): ClauseOutcome {
  const cited = [citeCase(input), ...citeContract(input), ...citeOrderLine(facts)];
  const [missing] = missingClientEvidence(input);
  switch (application.kind) {
    case 'inTime':
    case 'inTimeByPerson':
      if (missing !== undefined)
        return notFired(
          'III-APPLY',
          isProved
            ? why('apply.evidenceNoted', { what: missing })
            : why('apply.evidenceMissing', { what: missing }),
          [citeCase(input), citePolicy(input)],
        );
      return application.kind === 'inTime'
        ? fired(
            'III-APPLY',
            why('apply.inTime', { receivedOn: application.receivedOn, dueOn: application.dueOn }),
            [...cited, citePeriodCalendar(input)],
          )
        : fired('III-APPLY', why('apply.inTimeByPerson', { receivedOn: application.receivedOn }), [
            ...cited,
            citeAnswer('noReturnPeriod'),
          ]);
    case 'late':
      return notFired(
        'III-APPLY',
        why('apply.late', { receivedOn: application.receivedOn, dueOn: application.dueOn }),
        [...cited, citePeriodCalendar(input)],
      );
    case 'lateByPerson':
      return notFired(
        'III-APPLY',
        why('apply.lateByPerson', { receivedOn: application.receivedOn }),
        [...cited, citeAnswer('noReturnPeriod')],
      );
    case 'noApplication':
      return application.waived
        ? notFired('III-APPLY', why('apply.waivedByPerson', {}), [
            citeCase(input),
            citeAnswer('blindReturn'),
          ])
        : notFired('III-APPLY', why('apply.noApplication', {}), [citeCase(input)]);
    case 'noPeriod':
      return notFired('III-APPLY', why('apply.noReturnPeriod', { field: application.field }), [
        citeCase(input),
        ...citeContract(input),
      ]);
    case 'receiptUnknown':
      return notFired(
        'III-APPLY',
        why('apply.clientReceiptUnknown', { orderNumber: application.orderNumber }),
        cited,
      );
    case 'orderUnknown':
      return notFired('III-APPLY', why('apply.orderUnknown', {}), [facts.group.id]);
    default:
      return assertNever(application);
  }
}

/** What the policy wants from the client and the application does not hold; nothing without one. */
export function missingClientEvidence({
  policy,
  returnCase,
}: PolicyInput): readonly ClientEvidenceKind[] {
  const { application } = returnCase;
  if (application === null) return [];
  return policy.parameters.clientEvidence.filter((wanted) => !holds(application, wanted));
}

function holds(
  { description, evidence }: NonNullable<ReturnCase['application']>,
  wanted: ClientEvidenceKind,
): boolean {
  switch (wanted) {
    case 'photos':
      return evidence.some((e) => e.kind === 'photo');
    case 'inspectionReport':
      return evidence.some((e) => e.kind === 'inspectionReport');
    case 'description':
      return description.trim() !== '' || evidence.some((e) => e.kind === 'description');
    default:
      return assertNever(wanted);
  }
}

type ClientEvidenceKind = PolicyInput['policy']['parameters']['clientEvidence'][number];
