import { covers, overlaps } from '../../facts/spans.ts';
import { accept } from '../../result.ts';
import { checkInput } from '../decide/inputChecks.ts';
import { type PortionRead, readCase } from '../decide/readCase.ts';
import type { PolicyInput, Standing, Turn } from '../decision.ts';
import { type CaseClocks, isClockedAlike, readClocks } from '../reading/caseClocks.ts';
import type { Portion } from '../reading/portions.ts';
import type { Alternatives, FactChange } from './factChange.ts';

/** More changes than this at once are another case, not a small change. */
const mostChanges = 3;
/** Bounds the search for one portion; the single changes and nearly all pairs fit. */
const mostDecisions = 240;

export type Search = {
  readonly input: PolicyInput;
  readonly portion: Portion;
  /** What is decided again for each set of changes; what turns there is held against the whole case. */
  readonly alone: PolicyInput;
  /** Of `input` and of `alone`: neither goods nor findings move a clock. */
  readonly clocks: CaseClocks;
};

/** What became of the units of a portion. Amount in minor units. */
export type Became = { readonly standing: Standing; readonly amount: number };

/** The smallest sets of changes after which the portion stands as `turned` wants it. */
export type FindTurns = (turned: (standing: Standing) => boolean) => readonly Turn[];

/** No set of changes is decided twice, however many standings are looked for. */
export function smallestTurns(
  { alone, clocks, input, portion }: Search,
  changes: readonly Alternatives[],
): FindTurns {
  const afterAlone = decidedOnce(alone, portion, clocks);
  const afterWhole = alone === input ? afterAlone : decidedOnce(input, portion, clocks);
  return (turned) => {
    const turnedTo = (became: Became | null) =>
      became !== null && turned(became.standing) ? became : null;
    let decisionsLeft = mostDecisions;
    for (let size = 1; size <= mostChanges; size += 1) {
      const turns: Turn[] = [];
      for (const set of setsOf(changes, size)) {
        if (decisionsLeft === 0) return turns;
        decisionsLeft -= 1;
        if (turnedTo(afterAlone(set)) === null) continue;
        const held = turnedTo(afterWhole(set));
        if (held !== null)
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
  };
}

function decidedOnce(
  given: PolicyInput,
  portion: Portion,
  clocks: CaseClocks,
): (set: readonly FactChange[]) => Became | null {
  type Branch = { readonly next: Map<FactChange, Branch>; became?: Became | null };
  const root: Branch = { next: new Map() };
  return (set) => {
    let at = root;
    for (const change of set) {
      const known: Branch = at.next.get(change) ?? { next: new Map() };
      at.next.set(change, known);
      at = known;
    }
    if (at.became === undefined) {
      const changed = set.reduce((before, { apply }) => apply(before), given);
      at.became = becameOf(changed, portion, isClockedAlike(changed, given) ? clocks : null);
    }
    return at.became;
  };
}

/**
 * One standing for all units of the portion, or null where the change split them or cannot be decided.
 * `clocks` where they are known already: counting days is half of deciding one portion.
 */
export function becameOf(
  input: PolicyInput,
  portion: Portion,
  clocks: CaseClocks | null,
): Became | null {
  if (!checkInput(input).ok) return null;
  const counted = clocks ? accept(clocks) : readClocks(input);
  return counted.ok ? partOf(readCase(input, counted.value), portion) : null;
}

function partOf(read: readonly PortionRead[], portion: Portion): Became | null {
  const own = read.flatMap(({ reading, standing, worth }) => {
    const { group, size, spans } = reading.context.facts;
    return group.unitGroupId === portion.group.unitGroupId && overlaps(spans, portion.spans)
      ? [{ standing, amount: worth.amount, size, spans }]
      : [];
  });
  const [first] = own;
  if (!first || own.some((p) => p.standing !== first.standing)) return null;
  const inside = own.filter((p) => covers(portion.spans, p.spans));
  const amount = (inside.length > 0 ? inside : own).reduce((sum, p) => sum + p.amount, 0);
  const [only] = own;
  const share = only && inside.length === 0 ? portion.size / only.size : 1;
  return { standing: first.standing, amount: Math.round(amount * share) };
}

/** Every set of `size` changes that are about different things, in order. */
function* setsOf(changes: readonly Alternatives[], size: number): Generator<readonly FactChange[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, alternatives] of changes.entries())
    for (const change of alternatives)
      for (const rest of setsOf(changes.slice(index + 1), size - 1)) yield [change, ...rest];
}
