import { and, eq, gt, inArray } from 'drizzle-orm';
import { retiredPersonKeys, signingKeys } from '../database/keySchema.ts';
import type { Rows } from '../database/rows.ts';

/** A key whose signatures count in full now. */
export type GoodKey = {
  readonly publicKey: string;
  /** Where it was born and signs; null: from before that, and good at any station. */
  readonly stationId: string | null;
};

export type GoodKeys = ReadonlyMap<string, readonly GoodKey[]>;

/** By person: the keys in use, and those replaced that may still have signed what is on its way. */
export async function goodKeysOf(
  rows: Rows,
  personIds: readonly string[],
  now: Date,
): Promise<GoodKeys> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const [born, ending] = [
    await rows.select().from(signingKeys).where(inArray(signingKeys.personId, ids)),
    await rows
      .select()
      .from(retiredPersonKeys)
      .where(
        and(
          inArray(retiredPersonKeys.personId, ids),
          eq(retiredPersonKeys.why, 'replaced'),
          gt(retiredPersonKeys.retiredAt, now),
        ),
      ),
  ];
  const good = new Map<string, GoodKey[]>(ids.map((id) => [id, []]));
  for (const { personId, publicKey, stationId } of [...born, ...ending])
    good.get(personId)?.push({ publicKey, stationId });
  return good;
}

/** Is it good at this station? */
export function isGoodAt(key: GoodKey, stationId: string): boolean {
  return key.stationId === null || key.stationId === stationId;
}
