import { readClocks } from './caseClocks.ts';
import { decideCase } from './decideCase.ts';
import type { CaseDecision, GroupDecision, PolicyInput, Standing, Turn } from './decision.ts';
import { changesFor, type FactChange } from './factChanges.ts';
import { groupsOf } from './groupFacts.ts';

/** More changes than this at once are another case, not a small change. */
const mostChanges = 3;
/** Bounds the search on cases with very many open ends; the single changes always fit. */
const mostDecisions = 1000;

/**
 * The smallest changes of facts that would turn a group that is not upheld, or not decided, found by
 * deciding again with each of them. For an undecided group both ways out are shown. Changes that
 * need a smaller set of changes to do the same are left out. Empty for bad input and where
 * everything is upheld. Amounts are minor units of the whole case's currency for that group.
 */
export function whatWouldTurn(input: PolicyInput): readonly Turn[] {
  const decided = decideCase(input);
  const clocks = readClocks(input);
  if (!decided.ok || !clocks.ok) return [];
  return groupsOf(input).flatMap((facts) => {
    const group = groupIn(decided.value, facts.group.unitGroupId);
    if (group === undefined || group.standing === 'upheld') return [];
    const changes = changesFor(input, clocks.value, facts, group.questions);
    return targetsOf(group.standing).flatMap((becomes) =>
      smallestTurns(input, group, changes, becomes),
    );
  });
}

function targetsOf(standing: Standing): readonly Standing[] {
  return standing === 'notUpheld' ? ['upheld'] : ['upheld', 'notUpheld'];
}

function smallestTurns(
  input: PolicyInput,
  group: GroupDecision,
  changes: readonly FactChange[],
  becomes: Standing,
): readonly Turn[] {
  let decisionsLeft = mostDecisions;
  for (let size = 1; size <= mostChanges; size += 1) {
    const turns: Turn[] = [];
    for (const set of setsOf(changes, size)) {
      if (decisionsLeft === 0) return turns;
      decisionsLeft -= 1;
      const decided = decideCase(set.reduce((changed, { apply }) => apply(changed), input));
      const after = decided.ok ? groupIn(decided.value, group.unitGroupId) : undefined;
      if (after?.standing === becomes)
        turns.push({
          unitGroupId: group.unitGroupId,
          changes: set.map((change) => change.why),
          becomes,
          amount: after.eligibleAmount,
        });
    }
    if (turns.length > 0) return turns;
  }
  return [];
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

function groupIn(decision: CaseDecision, unitGroupId: string): GroupDecision | undefined {
  return decision.groups.find((group) => group.unitGroupId === unitGroupId);
}
