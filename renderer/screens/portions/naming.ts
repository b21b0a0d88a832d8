import type { FindingFact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { fromThousandths } from '../../../shared/facts/quantity.ts';
import { lengthOf } from '../../../shared/facts/spans.ts';
import { unitsNotFound } from '../../../shared/policy/reading/placing.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import type { NamedUnits } from '../../actions/saveDraft.ts';
import { type ReadUnits, readUnits } from './readUnits.ts';

/** Which units the next finding is about. */
export type Naming = NamedUnits;

export const theRest: Naming = { kind: 'rest' };

/** The units a finding is about, as they were named; refuses with what names none. */
export function unitsNamed(
  naming: Naming,
  quantity: number,
  group: UnitsCountedFact,
  findings: readonly FindingFact[],
): Result<ReadUnits, { readonly part: string }> {
  switch (naming.kind) {
    case 'rest':
      return accept({ spans: unitsNotFound(group, findings, quantity), serials: [] });
    case 'piece':
      return accept({ spans: naming.spans, serials: [] });
    default: {
      const read = readUnits(naming.typed, group);
      return read.ok && read.value.spans.length === 0 ? refuse({ part: naming.typed }) : read;
    }
  }
}

/** How many those are; for the rest as many as are left. */
export function quantityNamed(
  naming: Naming,
  group: UnitsCountedFact,
  findings: readonly FindingFact[],
): number {
  const named = unitsNamed(naming, group.quantity, group, findings);
  return named.ok ? fromThousandths(lengthOf(named.value.spans)) : 0;
}

/** One more serial among those named already; said twice it goes again. */
export function withSerial(naming: Naming, serial: string): Naming {
  const named = partsOf(naming);
  const rest = named.filter((one) => !isSame(one, serial));
  const next = rest.length === named.length ? [...named, serial] : rest;
  return next.length === 0 ? theRest : { kind: 'these', typed: next.join(', ') };
}

/** Whether a serial stands among those named one by one. */
export function isNamed(naming: Naming, serial: string): boolean {
  return partsOf(naming).some((one) => isSame(one, serial));
}

function partsOf(naming: Naming): readonly string[] {
  return naming.kind === 'these' ? naming.typed.split(/[,;\s]+/).filter(Boolean) : [];
}

function isSame(one: string, serial: string): boolean {
  return one.toUpperCase() === serial.toUpperCase();
}
