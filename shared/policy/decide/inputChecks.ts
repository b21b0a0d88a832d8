import { isLocalDate } from '../../deadlines/epochDay.ts';
import { toThousandths } from '../../facts/quantity.ts';
import { accept, type Result, refuse } from '../../result.ts';
import type { PolicyInput, PolicyRefusal } from '../decision.ts';
import { articleByRecords } from '../reading/articleOfRecords.ts';
import { aqls } from '../sampling/sampling.ts';

type Check = (input: PolicyInput) => PolicyRefusal | null;

/**
 * Refuses input that contradicts itself, naming the field; the policy never guesses.
 * Refusals: `badDate`, `negativeQuantity`, `notWhole`, `beyondCounting`, `badSampling`, `unknownOrderLine`,
 * `unknownArticle`, `currencyMismatch`, `policyNotInForce`.
 */
export function checkInput(input: PolicyInput): Result<null, PolicyRefusal> {
  for (const check of [
    everyDateExists,
    noQuantityIsNegative,
    everySumIsCountable,
    samplingIsOfTheStandard,
    everyOrderLineIsKnown,
    everyMatchNamesItsArticle,
    oneCurrency,
    policyIsInForce,
  ] satisfies readonly Check[]) {
    const refusal = check(input);
    if (refusal) return refuse(refusal);
  }
  return accept(null);
}

function everyDateExists(input: PolicyInput): PolicyRefusal | null {
  const { returnCase, calendar } = input;
  const dates: (readonly [string, string | null | undefined])[] = [
    ['asOf', input.asOf],
    ['case.application.receivedOn', returnCase.application?.receivedOn],
    ['case.objectedOn', returnCase.objectedOn],
    ['case.review.sentOn', returnCase.review?.sentOn],
    ['calendar.validFrom', calendar.validFrom],
    ['calendar.validUntil', calendar.validUntil],
    ['policy.effectiveFrom', input.policy.effectiveFrom],
  ];
  if (input.periodCalendar)
    dates.push(
      ['periodCalendar.validFrom', input.periodCalendar.validFrom],
      ['periodCalendar.validUntil', input.periodCalendar.validUntil],
    );
  for (const line of input.orderLines)
    dates.push([`orderLine:${line.id}.clientReceivedOn`, line.clientReceivedOn]);
  for (const arrival of input.arrivals)
    dates.push([`${arrival.id}.at.localDate`, arrival.at.localDate]);
  for (const { heldOn, releasedOn } of input.clockHolds)
    dates.push(['clockHolds.heldOn', heldOn], ['clockHolds.releasedOn', releasedOn]);
  const bad = dates.find(([, date]) => typeof date === 'string' && !isLocalDate(date));
  return bad ? { code: 'badDate', field: bad[0], found: String(bad[1]) } : null;
}

function noQuantityIsNegative(input: PolicyInput): PolicyRefusal | null {
  const quantities: (readonly [string, number])[] = [];
  for (const group of input.unitGroups) quantities.push([`${group.id}.quantity`, group.quantity]);
  for (const finding of input.findings)
    quantities.push([`${finding.id}.quantity`, finding.quantity]);
  for (const line of input.returnCase.lines) {
    quantities.push([`line:${line.id}.requestedQuantity`, line.requestedQuantity]);
    quantities.push([`line:${line.id}.approvedQuantity`, line.approvedQuantity ?? 0]);
  }
  for (const line of input.orderLines) {
    quantities.push([`orderLine:${line.id}.orderedQuantity`, line.orderedQuantity]);
    quantities.push([`orderLine:${line.id}.shippedQuantity`, line.shippedQuantity]);
    quantities.push([`orderLine:${line.id}.unitPrice`, line.unitPrice]);
  }
  for (const { orderLineId, quantity } of input.grantedElsewhere)
    quantities.push([`granted:${orderLineId}.quantity`, quantity]);
  const bad = quantities.find(([, quantity]) => !(quantity >= 0 && Number.isFinite(quantity)));
  return bad ? { code: 'negativeQuantity', field: bad[0], found: String(bad[1]) } : null;
}

/** Quantities in whole thousandths, money in whole minor units, and nothing beyond what a number holds exactly. */
function everySumIsCountable({
  contract,
  orderLines,
  returnCase,
  ...input
}: PolicyInput): PolicyRefusal | null {
  const money: (readonly [string, number])[] = [];
  const quantities: (readonly [string, number])[] = [];
  for (const line of orderLines) {
    money.push([`orderLine:${line.id}.unitPrice`, line.unitPrice]);
    if (line.invoiced)
      money.push(
        [`orderLine:${line.id}.invoiced.net`, line.invoiced.net],
        [`orderLine:${line.id}.invoiced.tax`, line.invoiced.tax],
        [`orderLine:${line.id}.invoiced`, line.invoiced.net + line.invoiced.tax],
      );
    quantities.push([`orderLine:${line.id}.orderedQuantity`, line.orderedQuantity]);
    quantities.push([`orderLine:${line.id}.shippedQuantity`, line.shippedQuantity]);
    money.push([
      `orderLine:${line.id}.unitPrice`,
      Math.round(line.unitPrice * line.shippedQuantity),
    ]);
  }
  if (returnCase.freight !== null) money.push(['case.freight', returnCase.freight]);
  const limit = contract?.secondApprovalAbove ?? null;
  if (limit !== null) money.push(['contract.secondApprovalAbove', limit]);
  for (const line of returnCase.lines) {
    quantities.push([`line:${line.id}.requestedQuantity`, line.requestedQuantity]);
    quantities.push([`line:${line.id}.approvedQuantity`, line.approvedQuantity ?? 0]);
  }
  for (const group of input.unitGroups) quantities.push([`${group.id}.quantity`, group.quantity]);
  for (const finding of input.findings) {
    quantities.push([`${finding.id}.quantity`, finding.quantity]);
    for (const { from, to } of finding.units ?? [])
      quantities.push([`${finding.id}.units`, from], [`${finding.id}.units`, to]);
  }
  for (const { orderLineId, quantity, value } of input.grantedElsewhere) {
    quantities.push([`granted:${orderLineId}.quantity`, quantity]);
    money.push([`granted:${orderLineId}.value`, value]);
  }
  const negative = money.find(([, minor]) => minor < 0);
  if (negative) return { code: 'negativeQuantity', field: negative[0], found: String(negative[1]) };
  const broken =
    money.find(([, minor]) => !Number.isInteger(minor)) ??
    quantities.find(([, q]) => Math.abs(q * 1000 - toThousandths(q)) > 1e-6);
  if (broken) return { code: 'notWhole', field: broken[0], found: String(broken[1]) };
  const large =
    money.find(([, minor]) => !Number.isSafeInteger(minor)) ??
    quantities.find(([, q]) => !Number.isSafeInteger(toThousandths(q) * 2));
  return large ? { code: 'beyondCounting', field: large[0], found: String(large[1]) } : null;
}

/** A column the standard does not have is a mistake in the contract, never "no sampling". */
function samplingIsOfTheStandard({ contract }: PolicyInput): PolicyRefusal | null {
  if (!contract?.sampling) return null;
  const { aqlMajor, aqlMinor } = contract.sampling;
  const known = (aql: number) => aqls.some((column) => column === aql);
  if (!known(aqlMajor))
    return { code: 'badSampling', field: 'contract.sampling.aqlMajor', found: String(aqlMajor) };
  return known(aqlMinor)
    ? null
    : { code: 'badSampling', field: 'contract.sampling.aqlMinor', found: String(aqlMinor) };
}

function everyOrderLineIsKnown(input: PolicyInput): PolicyRefusal | null {
  const known = new Set<string>(input.orderLines.map((line) => line.id));
  for (const line of input.returnCase.lines)
    if (line.orderLineId !== null && !known.has(line.orderLineId))
      return {
        code: 'unknownOrderLine',
        field: `line:${line.id}.orderLineId`,
        found: line.orderLineId,
      };
  const returned = new Set<string>(input.returnCase.lines.map((line) => line.id));
  for (const group of input.unitGroups)
    if (group.returnLineId !== null && !returned.has(group.returnLineId))
      return {
        code: 'unknownOrderLine',
        field: `${group.id}.returnLineId`,
        found: group.returnLineId,
      };
  return null;
}

/** A group that claims to match its order line is of the article ordered, or of the one shipped instead. */
function everyMatchNamesItsArticle(input: PolicyInput): PolicyRefusal | null {
  for (const group of input.unitGroups) {
    if (group.identity !== 'match') continue;
    const line = input.returnCase.lines.find((l) => l.id === group.returnLineId);
    const orderLine = input.orderLines.find((l) => l.id === line?.orderLineId);
    if (orderLine && articleByRecords({ ...group, identity: 'match' }, orderLine) === 'neither')
      return {
        code: 'unknownArticle',
        field: `${group.id}.article`,
        found: group.article.number ?? group.article.gtin ?? '',
      };
  }
  return null;
}

function oneCurrency({ contract, orderLines }: PolicyInput): PolicyRefusal | null {
  const currency = contract?.currency ?? orderLines[0]?.currency;
  const other = orderLines.find((line) => line.currency !== currency);
  return other
    ? {
        code: 'currencyMismatch',
        field: `orderLine:${other.id}.currency`,
        found: other.currency,
      }
    : null;
}

/** The version in force at the application governs; a draft may be tried on any case. */
function policyIsInForce({ policy, returnCase, asOf }: PolicyInput): PolicyRefusal | null {
  const governedOn = returnCase.application?.receivedOn ?? asOf;
  return policy.status === 'inForce' && policy.effectiveFrom > governedOn
    ? { code: 'policyNotInForce', field: 'policy.effectiveFrom', found: policy.effectiveFrom }
    : null;
}
