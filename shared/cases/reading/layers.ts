import type { Fact, FactOf, FindingFact, InspectionFinishedFact } from '../../facts/fact.ts';
import type { FactId, InspectionId } from '../../ids.ts';
import { isAnnotation } from './annotations.ts';
import { isTaking } from './takings.ts';

/**
 * One inspection of a case: what was found in it, and how often it was finished. A second inspection
 * never adds to the first: rivals stand side by side, and a verdict rests on one of them.
 */
export type InspectionLayer = {
  /** null: the first one, begun by the first finding. */
  readonly inspectionId: InspectionId | null;
  readonly inspection: InspectionFinishedFact['inspection'];
  readonly started: FactOf<'inspectionStarted'> | null;
  /** With the photos that joined them later. */
  readonly findings: readonly FindingFact[];
  readonly finished: readonly InspectionFinishedFact[];
};

/** The layers of a case, the first inspection first, the others by the id of their start. `live`: without corrected facts. */
export function layersOf(live: readonly Fact[]): readonly InspectionLayer[] {
  const only = <K extends Fact['kind']>(kind: K): readonly FactOf<K>[] =>
    live.filter((f): f is FactOf<K> => f.kind === kind);
  const starts = only('inspectionStarted');
  const known = new Set<string>(starts.map((s) => s.inspectionId));
  const layerOf = (id: InspectionId | undefined) => (id && known.has(id) ? id : null);
  const findings = withLaterPhotos(only('finding'), only('photoAttached'));
  const layer = (started: FactOf<'inspectionStarted'> | null): InspectionLayer => {
    const inspectionId = started?.inspectionId ?? null;
    return {
      inspectionId,
      inspection: started?.inspection ?? 'first',
      started,
      findings: findings.filter((f) => layerOf(f.inspectionId) === inspectionId),
      finished: only('inspectionFinished').filter((f) => layerOf(f.inspectionId) === inspectionId),
    };
  };
  return [layer(null), ...starts.map(layer)];
}

function withLaterPhotos(
  findings: readonly FindingFact[],
  attached: readonly FactOf<'photoAttached'>[],
): readonly FindingFact[] {
  return findings.map((finding) => {
    const later = attached.filter((a) => a.findingId === finding.findingId).map((a) => a.photoId);
    return later.length === 0
      ? finding
      : { ...finding, photoIds: [...new Set([...finding.photoIds, ...later])] };
  });
}

/**
 * The facts a verdict of one layer rests on: everything recorded but what belongs to the other
 * layers, with the corrections of it, and but who had the case, what is marked on its photos and what
 * was reported of it: nothing is true of the goods by that.
 */
export function basisOf(
  facts: readonly Fact[],
  layers: readonly InspectionLayer[],
  layer: InspectionLayer,
): readonly FactId[] {
  const others = layers.filter((other) => other.inspectionId !== layer.inspectionId);
  const theirs = new Set<string>(
    others.flatMap(({ findings, finished, started }) => [
      ...findings.map((f) => f.id),
      ...finished.map((f) => f.id),
      ...(started ? [started.id] : []),
    ]),
  );
  const theirFindings = new Set<string>(
    others.flatMap(({ findings }) => findings.map((f) => f.findingId)),
  );
  return facts
    .filter(
      (fact) =>
        !theirs.has(fact.id) &&
        !isTaking(fact) &&
        !isAnnotation(fact) &&
        fact.kind !== 'reportMade' &&
        !(fact.kind === 'photoAttached' && theirFindings.has(fact.findingId)) &&
        !(fact.kind === 'correction' && theirs.has(fact.corrects)),
    )
    .map((fact) => fact.id)
    .sort();
}
