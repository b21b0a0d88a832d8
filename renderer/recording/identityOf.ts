import { isCountedAs } from '../../shared/facts/articles.ts';
import type { UnitsCountedFact } from '../../shared/facts/fact.ts';
import { sumQuantities, toThousandths } from '../../shared/facts/quantity.ts';
import { isSameMark } from '../../shared/facts/serials.ts';
import type { LoadedCase } from '../cases/loadedCase.ts';

type Counted = {
  readonly returnLineId: UnitsCountedFact['returnLineId'];
  readonly article: UnitsCountedFact['article'];
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
};

/** Are the counted units what the line announces: the article, these very pieces, not too many? */
export function identityOf(
  counted: Counted,
  loaded: Pick<LoadedCase, 'file' | 'orderLines'> | null,
): UnitsCountedFact['identity'] {
  const line = loaded?.file.returnCase.lines.find((l) => l.id === counted.returnLineId);
  const shipped = loaded?.orderLines.find((l) => l.id === line?.orderLineId);
  if (!loaded || !line || !shipped) return 'mismatch_class';
  if (!isCountedAs(counted.article, shipped.article)) return 'mismatch_class';
  if (isForeignLot(counted.lot, shipped.lot)) return 'mismatch_instance';
  const foreign = counted.serials.some(
    (serial) => !shipped.serials.some((own) => isSameMark(own, serial)),
  );
  if (foreign && shipped.serials.length > 0) return 'mismatch_instance';
  const before = loaded.file.unitGroups.filter(
    (g) => g.returnLineId === line.id && g.identity === 'match',
  );
  const total = sumQuantities([...before.map((g) => g.quantity), counted.quantity]);
  const announced = line.approvedQuantity ?? line.requestedQuantity;
  return toThousandths(total) > toThousandths(announced) ? 'mismatch_quantity' : 'match';
}

/** Both lots are known and differ: other pieces than those we once shipped. */
export function isForeignLot(counted: string | null, shipped: string | null): boolean {
  return counted !== null && shipped !== null && !isSameMark(counted, shipped);
}
