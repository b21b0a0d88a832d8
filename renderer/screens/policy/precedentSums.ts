import type { Precedent } from '../../../shared/facts/documents.ts';

/** One answer people gave to a question before, how often, and who. */
export type PrecedentSum = {
  readonly answer: string;
  readonly count: number;
  /** The last of them, whose reason is the nearest. */
  readonly last: Precedent;
  /** Person ids, whoever answered most often first. */
  readonly by: readonly { readonly personId: string; readonly count: number }[];
};

/** The answers given before, the commonest first; `precedents` newest first. */
export function precedentSums(precedents: readonly Precedent[]): readonly PrecedentSum[] {
  const byAnswer = new Map<string, Precedent[]>();
  for (const one of precedents) {
    const same = byAnswer.get(one.answer);
    if (same) same.push(one);
    else byAnswer.set(one.answer, [one]);
  }
  return [...byAnswer]
    .flatMap(([answer, [last, ...earlier]]): readonly PrecedentSum[] =>
      last ? [{ answer, count: earlier.length + 1, last, by: countedBy([last, ...earlier]) }] : [],
    )
    .toSorted((a, b) => b.count - a.count);
}

function countedBy(precedents: readonly Precedent[]): PrecedentSum['by'] {
  const counts = new Map<string, number>();
  for (const { personId } of precedents) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return [...counts]
    .map(([personId, count]) => ({ personId, count }))
    .toSorted((a, b) => b.count - a.count);
}
