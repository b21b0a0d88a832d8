import { type BatchRow, officeLimits } from '../../../shared/office/officeApi.ts';
import type { Bring, Office } from './office.ts';

export type Withdrawing =
  | { readonly kind: 'withdrawn'; readonly count: number; readonly refused: number }
  /** More than a tenth of all there is: somebody has to confirm it. */
  | { readonly kind: 'tooMany'; readonly missing: number; readonly current: number }
  /** A row whose id cannot be read may be any of those that seem to be missing. */
  | { readonly kind: 'namelessRows' };

const mostUnconfirmed = 0.1;

/** Withdraws what the sender had and a full file does not name any more. */
export async function withdrawMissing(
  named: ReadonlyMap<string, unknown>,
  wish: {
    readonly office: Pick<Office, 'currentIds'>;
    readonly bring: Bring;
    readonly source: string;
    readonly confirmed: boolean;
    readonly reason: string;
  },
): Promise<Withdrawing> {
  const missing: string[] = [];
  let current = 0;
  for await (const ids of wish.office.currentIds()) {
    current += ids.length;
    missing.push(...ids.filter((id) => !named.has(id)));
  }
  if (missing.length > current * mostUnconfirmed && !wish.confirmed)
    return { kind: 'tooMany', missing: missing.length, current };
  let refused = 0;
  for (let from = 0; from < missing.length; from += officeLimits.rowsPerBatch) {
    const rows = missing
      .slice(from, from + officeLimits.rowsPerBatch)
      .map((id): BatchRow => ({ source: wish.source, id, withdraw: { reason: wish.reason } }));
    const answers = await wish.bring.rows(rows);
    refused += answers.filter(({ outcome }) => outcome === 'refused').length;
  }
  return { kind: 'withdrawn', count: missing.length - refused, refused };
}
