import { sql } from 'drizzle-orm';
import { storeGrants } from '../../../central/cases/grantRows.ts';
import type { CentralDatabase } from '../../../central/database/openDatabase.ts';
import { caseHands, facts } from '../../../central/database/schema.ts';
import { putDocuments } from '../../../central/documents/documentRows.ts';
import { registerRefunds } from '../../../central/refunds/refundRows.ts';
import { currencyCodes } from '../../../shared/facts/currencies.ts';
import type { Grant, Refund } from '../../../shared/facts/documents.ts';
import { anOrderLine } from '../../builders/cases/anOrderLine.ts';
import { aDecision } from '../../builders/cases/decidedFacts.ts';
import { factId, orderLineId, unitGroupId } from '../../builders/cases/ids.ts';

/** A decision that grants just what this refund pays, of an order line of its own. */
export function aGrantFor(refund: Refund, overrides: Partial<Grant> = {}): Grant {
  const line = orderLineId(`line-of-${refund.id}`);
  return {
    id: factId(`decision-of-${refund.id}`),
    caseId: refund.caseId,
    verdictId: refund.verdictId,
    siteId: refund.siteId,
    decision: 'approve',
    currency: refund.currency,
    portions: [
      {
        unitGroupId: unitGroupId('group-1'),
        units: [{ from: 0, to: 10 }],
        orderLineId: line,
        resolution: 'refund',
        disposition: 'scrap',
        quantity: 10,
        value: refund.amount,
        amount: refund.amount,
      },
    ],
    added: [{ orderLineId: line, quantity: 10, value: refund.amount, paid: refund.amount }],
    orderLines: [line],
    refundId: refund.id,
    signedBy: [aDecision().personId],
    acceptedAt: refund.approvedAt,
    ...overrides,
  };
}

/** Everything an approval leaves in the register and the ledger, without the case before it. */
export async function registerGranted(
  database: CentralDatabase,
  refunds: readonly Refund[],
): Promise<void> {
  for (const refund of refunds) {
    const grant = aGrantFor(refund);
    const decision = aDecision({
      id: grant.id,
      caseId: refund.caseId,
      verdictId: refund.verdictId,
    });
    const { kind, siteId, caseId, personId } = decision;
    const [line] = grant.orderLines;
    const currency = currencyCodes.includes(refund.currency) ? refund.currency : 'USD';
    await database.write(async (rows) => {
      if (line)
        await putDocuments(rows, [
          {
            collection: 'orderLines',
            body: anOrderLine({ id: line, unitPrice: Math.ceil(refund.amount / 10), currency }),
          },
        ]);
      // Older papers may hold a currency that none may be written in any more.
      if (currency !== refund.currency)
        await rows.execute(
          sql`update documents set body = body || ${JSON.stringify({ currency: refund.currency })}::jsonb
            where collection = 'orderLines' and id = ${line}`,
        );
      await rows
        .insert(caseHands)
        .values({ caseId, personId, hand: 'decided' })
        .onConflictDoNothing();
      await rows.insert(facts).values({
        id: decision.id,
        kind,
        siteId,
        caseId,
        personId,
        hand: 'decided',
        acceptedAt: new Date(refund.approvedAt),
        skewMs: 0,
        body: decision,
      });
      await registerRefunds(rows, [{ refund: ofLine(refund, line), lookUpFirst: false }]);
      await storeGrants(rows, [grant]);
    });
  }
}

/** Made up of the one order line, as every refund says since there is a ledger. */
function ofLine(refund: Refund, line: Grant['orderLines'][number] | undefined): Refund {
  const [first] = refund.lines;
  return first && line
    ? { ...refund, lines: [{ ...first, amount: refund.amount, orderLineId: line }] }
    : refund;
}
