import type { StationDatabase } from '../storage/stationDatabase.ts';

/** A person has read why central refused a record: it stays on file and is no longer counted as new. */
export async function acknowledgeRefusal(
  context: { readonly db: StationDatabase; readonly clock: { readonly now: () => number } },
  factId: string,
): Promise<void> {
  const seenAt = new Date(context.clock.now()).toISOString();
  await context.db.refused.where('id').equals(factId).modify({ seenAt });
}
