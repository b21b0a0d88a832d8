import { closedSince } from '../../shared/office/admit/siteClosed.ts';
import type { Rows } from '../database/rows.ts';
import { recordsOf } from './recordRows.ts';

/** The day this site closed; null: it is open, or nobody here knows it. */
export async function siteClosedSince(
  rows: Rows,
  siteId: string,
  now: Date,
): Promise<string | null> {
  const [site = null] = await recordsOf(rows, [{ kind: 'sites', ownId: siteId }]);
  return closedSince(site, now.toISOString());
}
