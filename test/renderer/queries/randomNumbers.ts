import { expect } from 'vitest';
import { identifierRowOfCase } from '../../../renderer/cases/identifiersOf.ts';
import { ownersUnder } from '../../../renderer/storage/packed/identifierIndex.ts';
import { anyKindOf, formIn } from '../../../renderer/storage/packed/identifierKey.ts';
import { readScan } from '../../../shared/barcodes/scan.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aLoneStation, officeDocuments } from '../../builders/station/aLoneStation.ts';

export const announcing = (id: string, trackingNumbers: readonly string[], rma = id): Change => ({
  collection: 'cases',
  id,
  body: aCase({ id: caseId(id), rma, trackingNumbers: [...trackingNumbers], ssccs: [] }),
});

/** Ten numbers in each of so many cases, of which so many are sought where they lie, among four times as many. */
export async function expectRandomNumbersFound(cases: number, sought: number): Promise<void> {
  let seed = 20_261_129;
  const digit = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * 10);
  };
  const numberOf = (length: number) => Array.from({ length }, digit).join('');
  const papers = Array.from({ length: cases }, (_, index) =>
    announcing(
      `many-${index}`,
      Array.from({ length: 10 }, (__, at) => numberOf(8 + ((index + at) % 7))),
    ),
  );
  const lost = papers.flatMap(({ body }) => {
    if (!body || !('trackingNumbers' in body)) return [];
    const index = new Set(identifierRowOfCase(body, []).values.map(formIn));
    return body.trackingNumbers.filter(
      (number) =>
        ![false, true].every((typed) =>
          readScan(number, 2026, typed).forms.some((f) => index.has(f)),
        ),
    );
  });
  expect(lost).toEqual([]);
  // And where they really lie.
  const some = papers.slice(0, 4 * sought);
  const station = await aLoneStation([...officeDocuments(), ...some]);
  for (const { id, body } of some.filter((_, at) => at % 4 === 0))
    if (body && 'trackingNumbers' in body)
      for (const number of body.trackingNumbers) {
        const forms = readScan(number, 2026).forms.map(anyKindOf);
        const owners = await ownersUnder(station.db, forms);
        expect(owners.map((owner) => owner.caseId)).toContain(id);
      }
}
