import { sumQuantities } from '../../facts/quantity.ts';
import type { OrderLineId, UnitGroupId } from '../../ids.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import { lineOf } from '../reading/lineOf.ts';
import type { CaseReferences } from '../reading/policyInput.ts';
import { type Added, type GrantedPortion, grantedOnLines } from './grants.ts';

type Known = Pick<CaseFile, 'facts' | 'corrected' | 'grants' | 'returnCase' | 'unitGroups'>;

/**
 * The order line that was granted more units of this case than stand under it now, where these
 * portions grant units of another line that were not there beside them when it was decided: recounted,
 * linked or written in the papers anew. They may be the same goods, and goods are paid once, whatever
 * line they stand under. `movedHere`: groups that may be another case's. null: none.
 */
export function grantedOnOtherLine(
  portions: readonly GrantedPortion[],
  added: readonly Added[],
  file: Known,
  movedHere: CaseReferences['movedHere'] = [],
): OrderLineId | null {
  const growing = new Set(added.filter(addsSomething).map((line) => line.orderLineId));
  const own = portions.filter((p) => grantsSomething(p) && p.orderLineId !== null);
  const fromElsewhere = movedHere.find(({ unitGroupId }) =>
    own.some(
      (p) => p.unitGroupId === unitGroupId && p.orderLineId !== null && growing.has(p.orderLineId),
    ),
  );
  if (fromElsewhere) return fromElsewhere.orderLineId;
  const found = linesLeftBehind(file).find(({ orderLineId }) =>
    own.some(
      (p) =>
        p.orderLineId !== null &&
        p.orderLineId !== orderLineId &&
        growing.has(p.orderLineId) &&
        mayHaveMoved(p.unitGroupId, orderLineId, file),
    ),
  );
  return found?.orderLineId ?? null;
}

/** Order lines that were granted more units of this case than stand under them now. */
export function linesLeftBehind(file: Known): readonly { readonly orderLineId: OrderLineId }[] {
  return grantedOnLines(file.grants).filter(
    ({ orderLineId, quantity }) => quantity > standingUnder(orderLineId, file),
  );
}

/** Whether anything was granted for what came in this arrival. */
export function isGrantedOf(
  arrivalId: string,
  { grants, unitGroups }: Pick<CaseFile, 'grants' | 'unitGroups'>,
): boolean {
  const came = new Set(
    unitGroups.flatMap((group) => (group.arrivalId === arrivalId ? [group.unitGroupId] : [])),
  );
  return grants.some((grant) =>
    grant.portions.some((p) => grantsSomething(p) && came.has(p.unitGroupId)),
  );
}

function grantsSomething({ value, resolution }: GrantedPortion): boolean {
  return value > 0 || resolution === 'exchange';
}

function addsSomething({ paid, quantity, value }: Added): boolean {
  return quantity > 0 || value > 0 || paid > 0;
}

function standingUnder(orderLineId: OrderLineId, file: Known): number {
  return sumQuantities(
    file.unitGroups.flatMap((group) =>
      lineOf(group.unitGroupId, file) === orderLineId ? [group.quantity] : [],
    ),
  );
}

/** Granted under that line before, or counted or linked since one of its decisions was made. */
function mayHaveMoved(unitGroupId: UnitGroupId, from: OrderLineId, file: Known): boolean {
  const grants = file.grants.filter((grant) =>
    grant.portions.some((p) => p.orderLineId === from && grantsSomething(p)),
  );
  if (
    grants.some((g) =>
      g.portions.some((p) => p.unitGroupId === unitGroupId && p.orderLineId === from),
    )
  )
    return true;
  const brought = countsAndLinksOf(unitGroupId, file);
  return grants.some(({ verdictId }) => {
    const inspection = file.facts.find(
      (f) => f.kind === 'inspectionFinished' && f.verdictId === verdictId,
    );
    const seen = new Set<string>(inspection?.kind === 'inspectionFinished' ? inspection.basis : []);
    return brought.some((id) => !seen.has(id));
  });
}

/** The standing counts of a group, and the links that made counts of before part of it. */
function countsAndLinksOf(
  unitGroupId: UnitGroupId,
  { facts, corrected }: Known,
): readonly string[] {
  return facts.flatMap((fact) => {
    if (corrected.has(fact.id)) return [];
    if (fact.kind === 'unitsCounted') return fact.unitGroupId === unitGroupId ? [fact.id] : [];
    const units = fact.kind === 'arrivalLinked' ? (fact.units ?? []) : [];
    const own = units.filter((unit) => unit.unitGroupId === unitGroupId);
    return own.length > 0 ? [fact.id, ...own.map((unit) => unit.countId)] : [];
  });
}
