import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { aCalendar } from '../../../builders/cases/aCalendar.ts';
import { aCase, anApplication, aReturnLine } from '../../../builders/cases/aCase.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aPolicyInput } from '../../../builders/cases/aPolicyInput.ts';
import { orderLineId, returnLineId } from '../../../builders/cases/ids.ts';
import {
  aFinding,
  anArrival,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';

type Row = readonly [
  rule: string,
  bad: Partial<PolicyInput>,
  code: string,
  field: string,
  found: string,
];

const noDay = '2026-02-30';

// biome-ignore format: one refusal a line
const refusals: readonly Row[] = [
  ['a day of asking that does not exist', { asOf: noDay }, 'badDate', 'asOf', noDay],
  ['an application on no day', { returnCase: aCase({ application: anApplication({ receivedOn: noDay }) }) }, 'badDate', 'case.application.receivedOn', noDay],
  ['an objection on no day', { returnCase: aCase({ objectedOn: noDay }) }, 'badDate', 'case.objectedOn', noDay],
  ['a review on no day', { returnCase: aCase({ review: { outcome: 'authorised', sentOn: noDay } }) }, 'badDate', 'case.review.sentOn', noDay],
  ['a client’s receipt on no day', { orderLines: [anOrderLine({ clientReceivedOn: noDay })] }, 'badDate', 'orderLine:order-line-1.clientReceivedOn', noDay],
  ['an arrival on no day', { arrivals: [anArrival({ at: recordedOn(noDay) })] }, 'badDate', 'fact-arrival-1.at.localDate', noDay],
  ['a hold on no day', { clockHolds: [{ heldOn: noDay, releasedOn: null, reason: '' }] }, 'badDate', 'clockHolds.heldOn', noDay],
  ['a release on no day', { clockHolds: [{ heldOn: '2026-11-18', releasedOn: noDay, reason: '' }] }, 'badDate', 'clockHolds.releasedOn', noDay],
  ['a calendar from no day', { calendar: aCalendar({ validFrom: noDay }) }, 'badDate', 'calendar.validFrom', noDay],
  ['a calendar until no day', { calendar: aCalendar({ validUntil: noDay }) }, 'badDate', 'calendar.validUntil', noDay],
  ['a policy in force from no day', { policy: aPolicy({}, { effectiveFrom: noDay }) }, 'badDate', 'policy.effectiveFrom', noDay],
  ['a negative count', { unitGroups: [aUnitGroup({ quantity: -1 })] }, 'negativeQuantity', 'fact-group-1.quantity', '-1'],
  ['a count that is no number', { unitGroups: [aUnitGroup({ quantity: Number.NaN })] }, 'negativeQuantity', 'fact-group-1.quantity', 'NaN'],
  ['an endless count', { unitGroups: [aUnitGroup({ quantity: Number.POSITIVE_INFINITY })] }, 'negativeQuantity', 'fact-group-1.quantity', 'Infinity'],
  ['a finding about less than nothing', { findings: [aFinding({ quantity: -0.5 })] }, 'negativeQuantity', 'fact-finding-1.quantity', '-0.5'],
  ['a negative request', { returnCase: aCase({ lines: [aReturnLine({ requestedQuantity: -2 })] }) }, 'negativeQuantity', 'line:line-1.requestedQuantity', '-2'],
  ['a negative approval', { returnCase: aCase({ lines: [aReturnLine({ approvedQuantity: -2 })] }) }, 'negativeQuantity', 'line:line-1.approvedQuantity', '-2'],
  ['a negative order', { orderLines: [anOrderLine({ orderedQuantity: -1 })] }, 'negativeQuantity', 'orderLine:order-line-1.orderedQuantity', '-1'],
  ['a negative shipment', { orderLines: [anOrderLine({ shippedQuantity: -1 })] }, 'negativeQuantity', 'orderLine:order-line-1.shippedQuantity', '-1'],
  ['a negative freight', { returnCase: aCase({ freight: -1 }) }, 'negativeQuantity', 'case.freight', '-1'],
  ['a negative invoice', { orderLines: [anOrderLine({ invoiced: { net: -1, tax: 0 } })] }, 'negativeQuantity', 'orderLine:order-line-1.invoiced.net', '-1'],
  ['a negative tax', { orderLines: [anOrderLine({ invoiced: { net: 1, tax: -1 } })] }, 'negativeQuantity', 'orderLine:order-line-1.invoiced.tax', '-1'],
  ['a negative limit', { contract: aContract({ secondApprovalAbove: -1 }) }, 'negativeQuantity', 'contract.secondApprovalAbove', '-1'],
  ['less than nothing granted elsewhere', { grantedElsewhere: [{ orderLineId: orderLineId('order-line-1'), quantity: 1, value: -1 }] }, 'negativeQuantity', 'granted:order-line-1.value', '-1'],
  ['a negative quantity granted elsewhere', { grantedElsewhere: [{ orderLineId: orderLineId('order-line-1'), quantity: -1, value: 1 }] }, 'negativeQuantity', 'granted:order-line-1.quantity', '-1'],
  ['a price in parts of a minor unit', { orderLines: [anOrderLine({ unitPrice: 0.5 })] }, 'notWhole', 'orderLine:order-line-1.unitPrice', '0.5'],
  ['a freight in parts of a minor unit', { returnCase: aCase({ freight: 48.5 }) }, 'notWhole', 'case.freight', '48.5'],
  ['a freight that is no number', { returnCase: aCase({ freight: Number.NaN }) }, 'notWhole', 'case.freight', 'NaN'],
  ['an invoice in parts of a minor unit', { orderLines: [anOrderLine({ invoiced: { net: 1.5, tax: 0 } })] }, 'notWhole', 'orderLine:order-line-1.invoiced.net', '1.5'],
  ['a count finer than a thousandth', { unitGroups: [aUnitGroup({ quantity: 1.0005 })] }, 'notWhole', 'fact-group-1.quantity', '1.0005'],
  ['a finding finer than a thousandth', { findings: [aFinding({ quantity: 0.0001 })] }, 'notWhole', 'fact-finding-1.quantity', '0.0001'],
  ['units finer than a thousandth', { findings: [aFinding({ units: [{ from: 0, to: 1.00005 }] })] }, 'notWhole', 'fact-finding-1.units', '1.00005'],
  ['a request finer than a thousandth', { returnCase: aCase({ lines: [aReturnLine({ requestedQuantity: 0.0001 })] }) }, 'notWhole', 'line:line-1.requestedQuantity', '0.0001'],
  ['an approval finer than a thousandth', { returnCase: aCase({ lines: [aReturnLine({ approvedQuantity: 0.0001 })] }) }, 'notWhole', 'line:line-1.approvedQuantity', '0.0001'],
  ['an order finer than a thousandth', { orderLines: [anOrderLine({ orderedQuantity: 10.00005 })] }, 'notWhole', 'orderLine:order-line-1.orderedQuantity', '10.00005'],
  ['a shipment finer than a thousandth', { orderLines: [anOrderLine({ shippedQuantity: 10.00005, unitPrice: 0 })] }, 'notWhole', 'orderLine:order-line-1.shippedQuantity', '10.00005'],
  ['a price beyond what a number holds exactly', { orderLines: [anOrderLine({ unitPrice: 2 ** 53 })] }, 'beyondCounting', 'orderLine:order-line-1.unitPrice', '9007199254740992'],
  ['a line worth more than a number holds exactly', { orderLines: [anOrderLine({ unitPrice: 2 ** 52 })] }, 'beyondCounting', 'orderLine:order-line-1.unitPrice', '45035996273704960'],
  ['an invoice beyond what a number holds exactly', { orderLines: [anOrderLine({ invoiced: { net: 2 ** 53, tax: 0 } })] }, 'beyondCounting', 'orderLine:order-line-1.invoiced.net', '9007199254740992'],
  ['an invoice whose net and tax together are', { orderLines: [anOrderLine({ invoiced: { net: 2 ** 53 - 1, tax: 1 } })] }, 'beyondCounting', 'orderLine:order-line-1.invoiced', '9007199254740992'],
  ['a freight beyond what a number holds exactly', { returnCase: aCase({ freight: 2 ** 53 }) }, 'beyondCounting', 'case.freight', '9007199254740992'],
  ['a count beyond what a number holds exactly', { unitGroups: [aUnitGroup({ quantity: 2 ** 50 })] }, 'beyondCounting', 'fact-group-1.quantity', '1125899906842624'],
  ['an AQL of no column', { contract: aContract({ sampling: { standard: 'ISO 2859-1', level: 'II', aqlMajor: 1.7, aqlMinor: 4 } }) }, 'badSampling', 'contract.sampling.aqlMajor', '1.7'],
  ['a negative price', { orderLines: [anOrderLine({ unitPrice: -1 })] }, 'negativeQuantity', 'orderLine:order-line-1.unitPrice', '-1'],
  ['a return line of an order nobody knows', { orderLines: [] }, 'unknownOrderLine', 'line:line-1.orderLineId', 'order-line-1'],
  ['units of a return line nobody knows', { unitGroups: [aUnitGroup({ returnLineId: returnLineId('line-9') })] }, 'unknownOrderLine', 'fact-group-1.returnLineId', 'line-9'],
  ['units that match an order of another article', { unitGroups: [aUnitGroup({ article: { gtin: null, number: 'PUMP-50', name: '' } })] }, 'unknownArticle', 'fact-group-1.article', 'PUMP-50'],
  ['units that match by a GTIN of another article', { unitGroups: [aUnitGroup({ article: { gtin: '09521101530018', number: null, name: '' } })] }, 'unknownArticle', 'fact-group-1.article', '09521101530018'],
  ['an order in another currency than the contract', { contract: aContract({ currency: 'EUR' }) }, 'currencyMismatch', 'orderLine:order-line-1.currency', 'USD'],
  ['two orders in two currencies and no contract', { contract: null, orderLines: [anOrderLine(), anOrderLine({ id: orderLineId('order-2'), currency: 'EUR' })] }, 'currencyMismatch', 'orderLine:order-2.currency', 'EUR'],
  ['a policy that came into force after the application', { policy: aPolicy({}, { effectiveFrom: '2026-11-10' }) }, 'policyNotInForce', 'policy.effectiveFrom', '2026-11-10'],
  ['a policy that comes into force after today, without an application', { returnCase: aCase({ application: null }), policy: aPolicy({}, { effectiveFrom: '2026-11-21' }) }, 'policyNotInForce', 'policy.effectiveFrom', '2026-11-21'],
  ['an inspection of no sensible length', { policy: aPolicy({ inspectionWorkingDays: -1 }) }, 'badLength', 'length', '-1'],
];

describe('bad input is refused by the name of its field', () => {
  test.each(refusals)('%s', (_, bad, code, field, found) => {
    expect(decideCase(aPolicyInput(bad))).toEqual({ ok: false, refusal: { code, field, found } });
  });
});

describe('what is unusual but not wrong is decided', () => {
  // biome-ignore format: one case a line
  test.each<readonly [string, Partial<PolicyInput>]>([
    ['a policy in force from the very day of the application', { policy: aPolicy({}, { effectiveFrom: '2026-11-09' }) }],
    ['a draft, tried on an older case', { policy: aPolicy({}, { status: 'draft', effectiveFrom: '2027-01-01' }) }],
    ['a policy in force from the very day of asking, without an application', { returnCase: aCase({ application: null }), policy: aPolicy({}, { effectiveFrom: '2026-11-20' }) }],
    ['the GTIN of a carton of the same article', { unitGroups: [aUnitGroup({ article: { gtin: '19521101530008', number: null, name: '' } })] }],
    ['the right number beside a GTIN of another packaging', { unitGroups: [aUnitGroup({ article: { gtin: '04012345678901', number: 'PUMP-40', name: '' } })] }],
    ['units identified by eye alone', { unitGroups: [aUnitGroup({ article: { gtin: null, number: null, name: 'pump' } })] }],
    ['another article that does not claim to match', { unitGroups: [aUnitGroup({ identity: 'mismatch_class', article: { gtin: null, number: 'PUMP-50', name: '' } })] }],
    ['units of nothing', { unitGroups: [aUnitGroup({ quantity: 0 })], findings: [] }],
    ['the largest line a number holds exactly', { orderLines: [anOrderLine({ unitPrice: Math.floor((2 ** 53 - 1) / 10) })] }],
    ['a quantity whose thousandths a binary number cannot hold', { unitGroups: [aUnitGroup({ quantity: 1.005 })], findings: [aFinding({ quantity: 1.005 })] }],
    ['nothing at all', { unitGroups: [], findings: [], arrivals: [] }],
    ['a zone nobody knows, where nobody needs it', { calendar: aCalendar({ timeZone: 'Mars/Olympus' }) }],
    ['an order line that nothing is returned from, before the calendar', { orderLines: [anOrderLine(), anOrderLine({ id: orderLineId('order-2'), clientReceivedOn: '2019-01-01' })] }],
    ['a calendar that ends before the deadline', { calendar: aCalendar({ validUntil: '2026-11-26' }) }],
    ['a calendar that ends before the review', { arrivals: [], calendar: aCalendar({ validUntil: '2026-11-11' }) }],
    ['a calendar that ends before the period to apply', { arrivals: [], calendar: aCalendar({ validUntil: '2026-11-16' }) }],
    ['a calendar that ends before the period to object', { arrivals: [], returnCase: aCase({ application: null }), contract: aContract({ returnPeriod: null, objectionPeriod: { days: 3, kind: 'workingDays', receiptDayCounts: false } }), calendar: aCalendar({ validUntil: '2026-11-04' }) }],
    ['a calendar that starts after the client’s receipt', { calendar: aCalendar({ validFrom: '2026-11-05' }) }],
    ['a zone nobody knows, where a cut-off hour needs it', { contract: aContract({ inspection: { receiptDayCounts: false, cutOff: '16:00' } }), calendar: aCalendar({ timeZone: 'Mars/Olympus' }) }],
  ])('%s', (_, unusual) => {
    expect(decideCase(aPolicyInput(unusual)).ok).toBe(true);
  });
});
