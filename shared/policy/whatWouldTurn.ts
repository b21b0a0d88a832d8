import { covers, keyOfUnits, overlaps, spansOf } from '../returns/spans.ts';
import { readClocks } from './caseClocks.ts';
import { decideCase } from './decideCase.ts';
import type { PolicyInput, PortionDecision, Standing, Turn } from './decision.ts';
import { changesFor, type FactChange } from './factChanges.ts';
import { nameUnits, type Portion, portionsOf, quantityOf } from './portions.ts';

/** More changes than this at once are another case, not a small change. */
const mostChanges = 3;
/** Bounds the search for one portion; the single changes and nearly all pairs fit. */
const mostDecisions = 240;

/**
 * The smallest changes of facts that would turn a portion that is not upheld, or not decided, found by
 * deciding again with each of them. For an undecided portion both ways out are shown; where nothing
 * would uphold a refused one, what would open it again. Changes that need a smaller set of changes to
 * do the same are left out. Empty for bad input and where everything is upheld. Amounts are minor
 * units of the case's currency for that portion. `only` limits it to the portions named by it.
 */
export function whatWouldTurn(
  given: PolicyInput,
  only: (portion: Portion) => boolean = () => true,
): readonly Turn[] {
  const input = nameUnits(given);
  const decided = decideCase(input);
  const clocks = readClocks(input);
  if (!decided.ok || !clocks.ok) return [];
  const decisions = new Map(decided.value.portions.map((p) => [keyOf(p), p]));
  return portionsOf(input).flatMap((portion) => {
    const own = decisions.get(
      keyOf({ unitGroupId: portion.group.unitGroupId, units: portion.units }),
    );
    if (own === undefined || own.standing === 'upheld' || !only(portion)) return [];
    const search = { input, portion, alone: aloneOrWhole(input, portion, own.standing) };
    const changes = changesFor(search.alone, clocks.value, portion, own.questions);
    const turns = targetsOf(own.standing).flatMap((becomes) =>
      smallestTurns(search, changes, (standing) => standing === becomes),
    );
    if (turns.length > 0 || own.standing !== 'notUpheld') return turns;
    return smallestTurns(search, changes, (standing) => standing !== 'notUpheld');
  });
}

function keyOf({ unitGroupId, units }: Pick<PortionDecision, 'unitGroupId' | 'units'>): string {
  return `${unitGroupId} ${keyOfUnits(units)}`;
}

type Search = {
  readonly input: PolicyInput;
  readonly portion: Portion;
  /** What is decided again for each set of changes; what turns there is held against the whole case. */
  readonly alone: PolicyInput;
};

/** Alone where that says the same as beside the others, who may have taken what there was. */
function aloneOrWhole(input: PolicyInput, portion: Portion, standing: Standing): PolicyInput {
  const alone = onlyThis(input, portion);
  const decided = decideCase(alone);
  const same = decided.ok && partOf(decided.value.portions, portion)?.standing === standing;
  return same ? alone : input;
}

/**
 * The case as if it were of this portion alone: what other portions take from the same order line is
 * left to them, so that deciding again stays cheap however large the case is. A sample speaks of
 * units it was not drawn from, and needs the whole group.
 */
function onlyThis(input: PolicyInput, portion: Portion): PolicyInput {
  const ids = new Set<string>(portion.findings.map((finding) => finding.id));
  const needsGroup = (input.contract?.sampling ?? null) !== null && portion.findings.length === 0;
  const { unitGroupId } = portion.group;
  return {
    ...input,
    unitGroups: [portion.group],
    findings: input.findings.filter(
      (f) => ids.has(f.id) || (needsGroup && f.unitGroupId === unitGroupId),
    ),
    photos: input.photos.filter((photo) =>
      portion.findings.some((finding) => finding.photoIds.includes(photo.photoId)),
    ),
  };
}

function targetsOf(standing: Standing): readonly Standing[] {
  return standing === 'notUpheld' ? ['upheld'] : ['upheld', 'notUpheld'];
}

function smallestTurns(
  { input, portion, alone }: Search,
  changes: readonly FactChange[],
  turned: (standing: Standing) => boolean,
): readonly Turn[] {
  const after = (given: PolicyInput, set: readonly FactChange[]) => {
    const decided = decideCase(set.reduce((changed, { apply }) => apply(changed), given));
    const part = decided.ok ? partOf(decided.value.portions, portion) : null;
    return part && turned(part.standing) ? part : null;
  };
  let decisionsLeft = mostDecisions;
  for (let size = 1; size <= mostChanges; size += 1) {
    const turns: Turn[] = [];
    for (const set of setsOf(changes, size)) {
      if (decisionsLeft === 0) return turns;
      decisionsLeft -= 1;
      const found = after(alone, set);
      const held = found && alone !== input ? after(input, set) : found;
      if (held)
        turns.push({
          unitGroupId: portion.group.unitGroupId,
          units: portion.units,
          changes: set.map((change) => change.why),
          becomes: held.standing,
          amount: held.amount,
        });
    }
    if (turns.length > 0) return turns;
  }
  return [];
}

/** What became of these units: one standing for all of them, or null where the change split them. */
function partOf(
  portions: readonly PortionDecision[],
  portion: Portion,
): { readonly standing: Standing; readonly amount: number } | null {
  const own = portions.filter(
    (p) => p.unitGroupId === portion.group.unitGroupId && overlaps(spansOf(p.units), portion.spans),
  );
  const [first] = own;
  if (!first || own.some((p) => p.standing !== first.standing)) return null;
  const inside = own.filter((p) => covers(portion.spans, spansOf(p.units)));
  const amount = (inside.length > 0 ? inside : own).reduce((sum, p) => sum + p.eligibleAmount, 0);
  const [only] = own;
  const share = only && inside.length === 0 ? quantityOf(portion) / only.quantity : 1;
  return { standing: first.standing, amount: Math.round(amount * share) };
}

/** Every set of `size` changes that are about different things, in order. */
function* setsOf(
  changes: readonly FactChange[],
  size: number,
  from = 0,
): Generator<readonly FactChange[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) return;
    for (const rest of setsOf(changes, size - 1, index + 1))
      if (rest.every(({ about }) => about !== change.about)) yield [change, ...rest];
  }
}
