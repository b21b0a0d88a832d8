import { mostShapes, type Shape } from '../../facts/annotationFacts.ts';
import type { Fact, FactOf } from '../../facts/fact.ts';
import type { FactId, PhotoId } from '../../ids.ts';

/** The marks that stand on one photo. */
export type Annotation = {
  readonly shapes: readonly Shape[];
  /** The records they come from: what the next layer is drawn over. */
  readonly layers: readonly FactId[];
};

/**
 * The marks on each photo of a case. A layer stands until another of the same photo names it; two people
 * who drew at the same time drew two, and both are shown. The same from the same facts in any order.
 */
export function annotationsOf({
  facts,
  corrected,
}: {
  readonly facts: readonly Fact[];
  readonly corrected: ReadonlySet<FactId>;
}): ReadonlyMap<PhotoId, Annotation> {
  const drawn = facts.filter(
    (f): f is FactOf<'photoAnnotated'> => f.kind === 'photoAnnotated' && !corrected.has(f.id),
  );
  const replaced = new Set(
    // A layer that names itself would be gone by its own word.
    drawn.flatMap(({ id, photoId, over }) =>
      over.flatMap((named) => (named === id ? [] : [`${photoId} ${named}`])),
    ),
  );
  const found = new Map<PhotoId, Annotation>();
  for (const { id, photoId, shapes } of drawn) {
    if (replaced.has(`${photoId} ${id}`)) continue;
    const { shapes: others = [], layers = [] } = found.get(photoId) ?? {};
    found.set(photoId, {
      shapes: [...others, ...shapes].slice(0, mostShapes),
      layers: [...layers, id],
    });
  }
  return found;
}

/** Whether it only says where to look on a picture, which nothing rests on. */
export function isAnnotation({ kind }: Fact): boolean {
  return kind === 'photoAnnotated';
}
