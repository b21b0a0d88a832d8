import { recordedAs, unitsUnder } from '../../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { indexed } from '../../cases/identifiersOf.ts';
import { ownersUnder } from '../../storage/packed/identifierIndex.ts';
import { orderLinesBy } from '../../storage/packed/orderLinePacks.ts';
import { packedRowsBy, papersIn } from '../../storage/packed/packedRows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';

const enough = 12;

/**
 * An article by what is on it, a GTIN or else its number, from any order this station knows, and how
 * many units that stands for; null when none names it.
 */
export async function articleNamed(
  db: StationDatabase,
  { gtin, number }: Pick<UnitsCountedFact['article'], 'gtin' | 'number'>,
): Promise<{ readonly article: UnitsCountedFact['article']; readonly units: number } | null> {
  const key =
    gtin === null
      ? number !== null && indexed({ kind: 'article', value: number })
      : indexed({ kind: 'gtin', value: gtin });
  if (!key) return null;
  // Whatever papers name it: thousands may.
  const owners = await ownersUnder(db, [key], { most: enough, placeOf: (caseId) => caseId });
  const named = owners.filter(({ owner }) => owner.startsWith('case:')).slice(0, enough);
  const cases = await packedRowsBy(
    papersIn(db),
    named.map(({ caseId }) => caseId),
  );
  const lineIds = cases.flatMap((paper) =>
    (paper?.lines ?? []).flatMap((line) => line.orderLineId ?? []),
  );
  for (const line of await orderLinesBy(db, lineIds)) {
    if (!line) continue;
    const { article } = line;
    const isNumbered = key === indexed({ kind: 'article', value: article.number });
    const units = gtin === null ? (isNumbered ? 1 : null) : unitsUnder(article, gtin);
    if (units === null) continue;
    // A pack that holds one unit, or the unit itself under another GTIN, keeps what is printed on it.
    const own = units === 1 ? gtin : article.gtin;
    return { article: { ...recordedAs(article), gtin: own }, units };
  }
  return null;
}
