import { fromThousandths, toThousandths } from '../../facts/quantity.ts';
import { checkInput } from '../decide/inputChecks.ts';
import { type PortionRead, readCase } from '../decide/readCase.ts';
import type { PolicyInput, Standing, Turn } from '../decision.ts';
import { type CaseClocks, readClocks } from '../reading/caseClocks.ts';
import { nameUnits, type Portion } from '../reading/portions.ts';
import { changesFor } from './counterfactualFacts.ts';
import { withLine } from './factEdits.ts';
import { becameOf, smallestTurns } from './smallestTurns.ts';

/**
 * The smallest changes of facts that would turn a portion that is not upheld, or not decided, found by
 * deciding again with each of them. For an undecided portion both ways out are shown; where nothing
 * would uphold a refused one, what would open it again. Changes that need a smaller set of changes to
 * do the same are left out. Empty for bad input and where everything is upheld. Amounts are minor
 * units of the case's currency for that portion. `only` limits it to the portions named by it.
 */
export function counterfactuals(
  given: PolicyInput,
  only: (portion: Portion) => boolean = every,
): readonly Turn[] {
  return [...counterfactualsByPortion(given, only)].flat();
}

/** The same portion by portion, so that whoever waits may read the first and give up the others. */
export function* counterfactualsByPortion(
  given: PolicyInput,
  only: (portion: Portion) => boolean = every,
): Generator<readonly Turn[]> {
  const input = nameUnits(given);
  const clocks = readClocks(input);
  if (!checkInput(input).ok || !clocks.ok) return;
  const read = readCase(input, clocks.value);
  for (const [index, { reading, standing }] of read.entries()) {
    const portion = reading.context.facts;
    if (standing === 'upheld' || !only(portion)) continue;
    const left = leftBy(read.slice(0, index), input, portion);
    const alone = aloneOrWhole(left, input, portion, { clocks: clocks.value, standing });
    const find = smallestTurns(
      { alone, clocks: clocks.value, input, portion },
      changesFor(reading.context, reading.questions),
    );
    const turns = targetsOf(standing).flatMap((becomes) => find((became) => became === becomes));
    const opens = standing === 'notUpheld' && turns.length === 0;
    yield opens ? find((became) => became !== 'notUpheld') : turns;
  }
}

function every(): boolean {
  return true;
}

/** Alone where that says the same as beside the others, who may have taken what there was. */
function aloneOrWhole(
  left: PolicyInput,
  input: PolicyInput,
  portion: Portion,
  { clocks, standing }: { readonly clocks: CaseClocks; readonly standing: Standing },
): PolicyInput {
  const alone = onlyThis(left, portion);
  return becameOf(alone, portion, clocks)?.standing === standing ? alone : input;
}

/** What portions served before this one were granted of its lines counts as granted before. */
function leftBy(
  before: readonly PortionRead[],
  input: PolicyInput,
  { line, orderLine }: Portion,
): PolicyInput {
  if (line === null || orderLine === null) return input;
  // Those paid by half are served behind it, should it be paid in full.
  const served = before.filter(({ worth }) => worth.grounds[0]?.half === false);
  const ofLine = served.filter(({ reading }) => reading.context.facts.line === line);
  const ofOrder = served.filter(({ reading }) => reading.context.facts.orderLine === orderLine);
  const approved = toThousandths(line.approvedQuantity ?? line.requestedQuantity);
  const approvedQuantity = fromThousandths(Math.max(0, approved - quantityOf(ofLine)));
  const granted = {
    orderLineId: orderLine.id,
    quantity: fromThousandths(quantityOf(ofOrder)),
    value: ofOrder.reduce((sum, { worth }) => sum + worth.value, 0),
  };
  const left = withLine(line, { approvedQuantity })(input);
  return { ...left, grantedElsewhere: [...left.grantedElsewhere, granted] };
}

/** Thousandths of a unit. */
function quantityOf(granted: readonly PortionRead[]): number {
  return granted.reduce((sum, { worth }) => sum + worth.quantity, 0);
}

/**
 * The case as if it were of this portion alone, so that deciding again stays cheap however large
 * the case is. A sample speaks of units it was not drawn from, and needs the whole group.
 */
function onlyThis(input: PolicyInput, portion: Portion): PolicyInput {
  const isInferred = input.contract?.sampling && portion.findings.length === 0;
  return {
    ...input,
    unitGroups: [portion.group],
    findings: isInferred ? input.findings : portion.findings,
    photos: input.photos.filter((photo) =>
      portion.findings.some((finding) => finding.photoIds.includes(photo.photoId)),
    ),
  };
}

function targetsOf(standing: Standing): readonly Standing[] {
  return standing === 'notUpheld' ? ['upheld'] : ['upheld', 'notUpheld'];
}
