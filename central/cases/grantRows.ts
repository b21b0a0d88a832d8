import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Grant } from '../../shared/facts/documents.ts';
import { toThousandths } from '../../shared/facts/quantity.ts';
import { grants, ledgerEntries } from '../database/ledgerSchema.ts';
import type { Rows } from '../database/rows.ts';
import { putDocuments } from '../documents/documentRows.ts';
import { casesAtStations, sitesDrawingOn } from '../documents/grantSightRows.ts';

/** What one case was granted of one order line by one decision. */
export type GrantedToCase = {
  readonly caseId: string;
  readonly orderLineId: string;
  readonly quantity: number;
  readonly value: number;
  readonly currency: string;
};

const texts = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::text[])`;

/**
 * Enters final decisions in the register and what they add in the ledger, and tells the stations that
 * have a case drawing on the same order lines. Throws a constraint's violation where they would grant
 * more than there is. `legacy`: decided before there was a ledger.
 */
export async function storeGrants(
  rows: Rows,
  given: readonly Grant[],
  legacy = false,
): Promise<void> {
  // One after the other: what may go beyond a line is weighed as it is entered.
  for (const grant of given) {
    const [firstSigner = '', secondSigner = null] = grant.signedBy;
    await rows.insert(grants).values({
      id: grant.id,
      caseId: grant.caseId,
      verdictId: grant.verdictId,
      siteId: grant.siteId,
      decision: grant.decision,
      firstSigner,
      secondSigner,
      refundId: grant.refundId,
      legacy,
      acceptedAt: new Date(grant.acceptedAt),
      body: grant,
    });
    const entries = grant.added.filter((a) => a.quantity > 0 || a.value > 0 || a.paid > 0);
    if (entries.length === 0) continue;
    await rows.insert(ledgerEntries).values(
      entries.map(({ orderLineId, quantity, value, paid, exchanged }) => ({
        grantId: grant.id,
        orderLineId,
        quantity: toThousandths(quantity),
        value,
        paid,
        exchanged: exchanged ?? 0,
      })),
    );
  }
  const sites = await sitesDrawingOn(
    rows,
    given.flatMap((grant) => grant.added.map((a) => a.orderLineId)),
  );
  const here = await casesAtStations(
    rows,
    given.map((grant) => grant.caseId),
  );
  await putDocuments(
    rows,
    given.map((body) => {
      const own = here.has(body.caseId) ? [body.siteId] : [];
      const others = body.added.flatMap((a) => sites.get(a.orderLineId) ?? []);
      const siteIds = [...new Set([...own, ...others])].sort();
      return { collection: 'grants' as const, body, siteIds };
    }),
  );
}

/** The register of these cases, in the order central accepted it. */
export async function grantsOfCases(
  rows: Rows,
  caseIds: readonly string[],
): Promise<Map<string, readonly Grant[]>> {
  const byCase = new Map<string, Grant[]>();
  if (caseIds.length === 0) return byCase;
  const found = await rows
    .select({ caseId: grants.caseId, body: grants.body })
    .from(grants)
    .where(sql`${grants.caseId} = ${texts(caseIds)}`)
    .orderBy(asc(grants.sequence));
  for (const { caseId, body } of found) {
    const list = byCase.get(caseId) ?? [];
    list.push(body);
    byCase.set(caseId, list);
  }
  return byCase;
}

/** Decisions of any case that granted something of these order lines. */
export async function grantsOnLines(
  rows: Rows,
  orderLineIds: readonly string[],
): Promise<readonly Grant[]> {
  if (orderLineIds.length === 0) return [];
  const found = await rows
    .select({ body: grants.body })
    .from(grants)
    .where(
      sql`${grants.id} in (select ${ledgerEntries.grantId} from ${ledgerEntries}
        where ${ledgerEntries.orderLineId} = ${texts(orderLineIds)})`,
    )
    .orderBy(asc(grants.sequence));
  return found.map(({ body }) => body);
}

/** What was granted of these order lines, over all cases and for ever. */
export async function grantedOnLines(
  rows: Rows,
  orderLineIds: readonly string[],
): Promise<readonly GrantedToCase[]> {
  if (orderLineIds.length === 0) return [];
  const found = await rows
    .select({
      caseId: grants.caseId,
      orderLineId: ledgerEntries.orderLineId,
      quantity: ledgerEntries.quantity,
      value: ledgerEntries.value,
      currency: sql<string>`${grants.body} ->> 'currency'`,
    })
    .from(ledgerEntries)
    .innerJoin(grants, eq(grants.id, ledgerEntries.grantId))
    .where(sql`${ledgerEntries.orderLineId} = ${texts(orderLineIds)}`);
  return found.map((one) => ({ ...one, quantity: one.quantity / 1000 }));
}

/** Final decisions that say more than to pay, newest first: exchanges, goods sent back, refusals. */
export async function instructionsWithoutMoney(
  rows: Rows,
  limit: number,
): Promise<readonly Grant[]> {
  const found = await rows
    .select({ body: grants.body })
    .from(grants)
    .where(
      sql`${grants.refundId} is null or ${grants.body} -> 'portions' @> '[{"resolution": "exchange"}]'`,
    )
    .orderBy(sql`${grants.sequence} desc`)
    .limit(limit);
  return found.map(({ body }) => body);
}

/** Which of these decisions are entered already. */
export async function enteredAmong(
  rows: Rows,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await rows
    .select({ id: grants.id })
    .from(grants)
    .where(inArray(grants.id, [...ids]));
  return new Set(found.map(({ id }) => id));
}
