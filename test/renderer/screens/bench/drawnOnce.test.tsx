import { expect, test } from 'vitest';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import { countRenders } from '../../components/renders.ts';
import { aBench } from './aBench.tsx';
import { asks, withUnits } from './aPerson.ts';

test('a case that opens at the bench is drawn once, and so is its form', async () => {
  const bench = await aBench();
  const opening = countRenders();
  await withUnits(bench, 4);
  await asks('units');
  await everythingDone(bench.station.db);
  expect({
    case: opening('Inspection'),
    form: opening('Form'),
    defects: opening('DefectQuestion'),
  }).toEqual({ case: 1, form: 1, defects: 1 });
});
