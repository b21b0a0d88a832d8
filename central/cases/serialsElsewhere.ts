import { normalForm } from '../../shared/barcodes/lookup/normalForm.ts';
import type { CaseFile } from '../../shared/cases/reading/caseFile.ts';
import type { OrderLine } from '../../shared/facts/documents.ts';
import { isSamePiece } from '../../shared/facts/serials.ts';
import type { SerialElsewhere } from '../../shared/policy/decision.ts';
import { casesOfCount, type FactIndex } from './factsOfCase.ts';

/**
 * Serials of this case that another case counts as well, its goods not shipped again since: an order
 * line that lists the serial and is another than the other case's means they were. `others` reads
 * another case; facts of those that may share a serial are in the index.
 */
export function serialsElsewhere(
  file: CaseFile,
  orderLines: readonly OrderLine[],
  index: FactIndex,
  others: (caseId: string) => CaseFile | null,
): readonly SerialElsewhere[] {
  return file.unitGroups.flatMap((group) => {
    const line = lineOf(file, group.returnLineId);
    const orderLine = orderLines.find((l) => l.id === line);
    return group.serials.flatMap((serial) => {
      const piece = { article: group.article, serial };
      const counts = index.bySerial.get(normalForm(serial)) ?? [];
      const cases = new Set(counts.flatMap((count) => casesOfCount(index, count)));
      for (const caseId of [...cases].sort()) {
        const other = others(caseId);
        const there = other?.unitGroups.find((g) =>
          g.serials.some((s) => isSamePiece({ article: g.article, serial: s }, piece)),
        );
        if (!other || !there) continue;
        const before = lineOf(other, there.returnLineId);
        const wasShippedAgain =
          orderLine !== undefined &&
          before !== null &&
          before !== orderLine.id &&
          orderLine.serials.some((s) => normalForm(s) === normalForm(serial));
        if (!wasShippedAgain)
          return [{ unitGroupId: group.unitGroupId, serial, caseId: other.returnCase.id }];
      }
      return [];
    });
  });
}

function lineOf({ returnCase }: CaseFile, returnLineId: string | null): string | null {
  return returnCase.lines.find((line) => line.id === returnLineId)?.orderLineId ?? null;
}
