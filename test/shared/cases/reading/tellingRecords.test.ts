import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type OtherPicture,
  picturesElsewhere,
  picturesProveOnceSince,
  tellingRecords,
} from '../../../../shared/cases/reading/picturesElsewhere.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { caseId, factId } from '../../../builders/cases/ids.ts';
import { aPhoto } from '../../../builders/cases/recordedFacts.ts';

const record = fc.record({
  n: fc.nat(6),
  picture: fc.constantFrom('a', 'b'),
  isGranted: fc.boolean(),
});
const instant = { ...aPhoto().at, utc: picturesProveOnceSince };

test('the records that tell anything say the same as all of them, of every case', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), (records) => {
      const granted = new Set(records.flatMap((one) => (one.isGranted ? [one.n] : [])));
      const all = records.map(
        ({ n, picture }, index): OtherPicture => ({
          caseId: caseId(`case-${n}`),
          photo: { id: factId(String(index).padStart(3, '0')), sha256: picture },
          isGranted: granted.has(n),
        }),
      );
      const telling = tellingRecords(all);
      for (const n of new Set(records.map((one) => one.n))) {
        const returnCase = aCase({ id: caseId(`case-${n}`) });
        const photos = all.flatMap(({ caseId: id, photo }) =>
          id === returnCase.id ? [aPhoto({ ...photo, caseId: id, at: instant })] : [],
        );
        const file = { photos, returnCase };
        expect(picturesElsewhere(file, telling)).toEqual(picturesElsewhere(file, all));
      }
      expect(telling.length).toBeLessThanOrEqual(8);
    }),
  );
});
