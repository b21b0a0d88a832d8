import { isCountedAs, isNamedAlike } from '../../shared/facts/articles.ts';
import type { FactOf, UnitsCountedFact } from '../../shared/facts/fact.ts';
import { sumQuantities } from '../../shared/facts/quantity.ts';
import { UnitGroupId } from '../../shared/ids.ts';
import type { LoadedCase } from '../cases/loadedCase.ts';
import { identityOf } from './identityOf.ts';

type Unit = NonNullable<FactOf<'arrivalLinked'>['units']>[number];

/**
 * How units counted before anybody knew whose they are stand against the papers of a case, one
 * count after the other: the announced line with room left, set apart where none has any.
 */
export function againstPapers(
  counts: readonly FactOf<'unitsCounted'>[],
  loaded: Pick<LoadedCase, 'file' | 'orderLines'>,
  newId: () => string,
): readonly Unit[] {
  const { returnCase } = loaded.file;
  let groups: readonly UnitsCountedFact[] = loaded.file.unitGroups;
  return counts.map((count) => {
    const file = { ...loaded.file, unitGroups: groups };
    const returnLineId = lineFor(count, { file, orderLines: loaded.orderLines });
    const identity = identityOf(
      { ...count, returnLineId },
      { file, orderLines: loaded.orderLines },
    );
    const joined = groups.find(
      (g) =>
        g.arrivalId === count.arrivalId &&
        g.identity === identity &&
        g.returnLineId === returnLineId &&
        g.lot === count.lot &&
        isNamedAlike(g.article, count.article),
    );
    const unitGroupId = joined?.unitGroupId ?? UnitGroupId.parse(newId());
    const unit = { countId: count.id, unitGroupId, returnLineId, identity };
    groups = [...groups, { ...count, ...unit, caseId: returnCase.id }];
    return unit;
  });
}

function lineFor(
  count: FactOf<'unitsCounted'>,
  { file, orderLines }: Pick<LoadedCase, 'file' | 'orderLines'>,
): Unit['returnLineId'] {
  const lines = file.returnCase.lines.filter((line) => {
    const article = orderLines.find((o) => o.id === line.orderLineId)?.article;
    return article !== undefined && isCountedAs(count.article, article);
  });
  const room = (line: (typeof lines)[number]) =>
    (line.approvedQuantity ?? line.requestedQuantity) -
    sumQuantities(
      file.unitGroups
        .filter((g) => g.returnLineId === line.id && g.identity === 'match')
        .map((g) => g.quantity),
    );
  return (lines.find((line) => room(line) >= count.quantity) ?? lines[0])?.id ?? null;
}
