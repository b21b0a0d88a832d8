/** What decisions grant of an order line, and what of it is new. Worth in minor units, quantities in the article's unit. */

import type { Grant, OrderLine } from '../../facts/documents.ts';
import { sumQuantities } from '../../facts/quantity.ts';
import { overlaps, spansOf } from '../../facts/spans.ts';
import type { OrderLineId } from '../../ids.ts';
import { invoicedFor } from '../../policy/decide/eligible.ts';
import type { GrantedOnLine } from '../../policy/decision.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import { lineOf } from '../reading/lineOf.ts';

export type GrantedPortion = Grant['portions'][number];
export type Added = Grant['added'][number];
type OnLine = Added & { readonly exchanged: number };

/** What grants gave of each order line, in sum. */
export function grantedOnLines(grants: readonly Pick<Grant, 'added'>[]): readonly OnLine[] {
  const byLine = new Map<OrderLineId, OnLine>();
  for (const { orderLineId, quantity, value, paid, exchanged } of grants.flatMap((g) => g.added)) {
    const before = byLine.get(orderLineId) ?? nothingOn(orderLineId);
    byLine.set(orderLineId, {
      orderLineId,
      quantity: sumQuantities([before.quantity, quantity]),
      value: before.value + value,
      paid: before.paid + paid,
      exchanged: before.exchanged + (exchanged ?? 0),
    });
  }
  return [...byLine.values()].sort((a, b) => (a.orderLineId < b.orderLineId ? -1 : 1));
}

/** Whether its group still has all of these units: it may have been counted again as fewer, or as none. */
function isStillThere(
  { unitGroupId, units, quantity }: GrantedPortion,
  { unitGroups }: Pick<CaseFile, 'unitGroups'>,
): boolean {
  const now = unitGroups.find((group) => group.unitGroupId === unitGroupId)?.quantity ?? 0;
  return quantity <= now && units.every(({ to }) => to <= now);
}

/**
 * What these portions add to each order line beyond what the case was granted of it before, however
 * its units were grouped then: only a difference is granted and paid, netted per order line. Earlier
 * portions count on where their group still stands under that line and these do not speak of the same units. Money and
 * exchanged goods are netted each for itself: who was paid and then gets goods was granted both.
 */
export function addedBy(
  portions: readonly GrantedPortion[],
  file: Pick<CaseFile, 'grants' | 'returnCase' | 'unitGroups'>,
): readonly Added[] {
  const before = new Map(grantedOnLines(file.grants).map((line) => [line.orderLineId, line]));
  const standing = file.grants
    .flatMap((grant) => grant.portions)
    .filter(
      (old) =>
        old.orderLineId !== null &&
        lineOf(old.unitGroupId, file) === old.orderLineId &&
        isStillThere(old, file) &&
        !portions.some((p) => isSameUnits(p, old)),
    );
  const lines = [...new Set(portions.flatMap((p) => p.orderLineId ?? []))].sort();
  return lines.map((orderLineId) => {
    const own = portions.filter((p) => p.orderLineId === orderLineId);
    const all = [...own, ...latestOnly(standing.filter((p) => p.orderLineId === orderLineId))];
    const had = before.get(orderLineId) ?? nothingOn(orderLineId);
    const hadMoney = had.value - had.exchanged;
    const money = Math.max(0, sum(all.map((p) => p.value - exchangedIn(p))) - hadMoney);
    const exchanged = Math.max(0, sum(all.map(exchangedIn)) - had.exchanged);
    const quantity = sumQuantities([
      ...all.map((p) => (p.value > 0 || p.resolution === 'exchange' ? p.quantity : 0)),
      -had.quantity,
    ]);
    const paid = Math.min(
      sum(own.map((p) => p.amount)),
      sum(all.map((p) => p.amount)) - had.paid,
      hadMoney + money - had.paid,
    );
    return {
      orderLineId,
      quantity: Math.max(0, quantity),
      value: money + exchanged,
      paid: Math.max(0, paid),
      ...(exchanged > 0 && { exchanged }),
    };
  });
}

function exchangedIn({ resolution, value }: GrantedPortion): number {
  return resolution === 'exchange' ? value : 0;
}

function nothingOn(orderLineId: OrderLineId): OnLine {
  return { orderLineId, quantity: 0, value: 0, paid: 0, exchanged: 0 };
}

/** Of portions of the same units, the last decided: grants stand in the order central accepted them. */
function latestOnly(portions: readonly GrantedPortion[]): readonly GrantedPortion[] {
  return portions.filter(
    (old, index) => !portions.slice(index + 1).some((later) => isSameUnits(later, old)),
  );
}

function isSameUnits(a: GrantedPortion, b: GrantedPortion): boolean {
  return a.unitGroupId === b.unitGroupId && overlaps(spansOf(a.units), spansOf(b.units));
}

/** What is left of an order line after every case: quantity and worth. Below zero where more was granted. */
export function leftOnLine(
  orderLine: OrderLine,
  ...granted: readonly (Omit<GrantedOnLine, 'orderLineId'> | undefined)[]
): { readonly quantity: number; readonly value: number } {
  return {
    quantity: sumQuantities([
      orderLine.shippedQuantity,
      ...granted.map((g) => -(g?.quantity ?? 0)),
    ]),
    value: invoicedFor(orderLine) - sum(granted.map((g) => g?.value ?? 0)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
