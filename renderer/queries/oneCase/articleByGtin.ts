import { indexed } from '../../cases/identifiersOf.ts';
import { ownersUnder } from '../../storage/packed/identifierIndex.ts';
import { orderLinesBy } from '../../storage/packed/orderLinePacks.ts';
import { packedRowsBy, papersIn } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

/** An article by the number on it, from any order this station knows; null when none names it. */
export async function articleByGtin(
  db: StationDatabase,
  gtin: string,
): Promise<{ readonly number: string; readonly name: string } | null> {
  const owners = await ownersUnder(db, [indexed({ kind: 'gtin', value: gtin })]);
  const cases = await packedRowsBy(
    papersIn(db),
    owners.map((owner) => owner.caseId),
  );
  const lineIds = cases.flatMap((paper) =>
    (paper?.lines ?? []).flatMap((line) => line.orderLineId ?? []),
  );
  const lines = await orderLinesBy(db, lineIds);
  const found = lines.find((line) => line?.article.gtin === gtin);
  return found ? { number: found.article.number, name: found.article.name } : null;
}
