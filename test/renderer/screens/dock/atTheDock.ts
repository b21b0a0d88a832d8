import { expect } from 'vitest';
import { caseView } from '../../../../renderer/queries/oneCase/oneCase.ts';
import type { ReturnCase } from '../../../../shared/facts/documents.ts';
import type { FactKind, FactOf } from '../../../../shared/facts/fact.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { rmaNumberOf } from '../../../builders/rmaNumberOf.ts';
import { officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { type aDock, label, soon } from './aDock.tsx';

export const pump = ']C10109521101530001\u001D10AB-123';
export const foreignPump = ']C10109521101530001\u001D10ZZ-999';
export const sscc = '095211011234567894';
export const pallet = `]C100${sscc}`;
export const rmas = [rmaNumberOf(2026, 1), rmaNumberOf(2026, 2), rmaNumberOf(2026, 3)] as const;

/** The office's papers with these cases instead of its own. */
export function papers(...cases: readonly ReturnCase[]): readonly Change[] {
  return [
    ...officeDocuments().filter((change) => change.collection !== 'cases'),
    ...cases.map((body) => ({ collection: 'cases', id: body.id, body }) as const),
  ];
}
export const first = aCase({ trackingNumbers: [label] });
export const onPallet = rmas.map((rma, at) =>
  aCase({ id: caseId(`pallet-${at + 1}`), rma, trackingNumbers: [], ssccs: [sscc] }),
);

export type Dock = Awaited<ReturnType<typeof aDock>>;
export const recorded = async <K extends FactKind>(
  dock: Dock,
  kind: K,
): Promise<readonly FactOf<K>[]> =>
  (await dock.station.db.facts.toArray())
    .map((row) => row.fact)
    .filter((fact): fact is FactOf<K> => fact.kind === kind)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
export const file = async (dock: Dock, id: string) =>
  (await caseView(dock.station.db, id, dock.station.clock.now()))?.file;
export const says = async (dock: Dock, words: string) => {
  await expect.poll(dock.text, soon).toContain(words);
};
