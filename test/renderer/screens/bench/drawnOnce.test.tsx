import { expect, test } from 'vitest';
import { takePhoto } from '../../../../renderer/actions/takePhoto.ts';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { ivan } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { countRenders } from '../../components/renders.ts';
import { aBench, soon } from './aBench.tsx';
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

test('a photo that is saved draws none of the answers of the form again', async () => {
  const bench = await aBench();
  const counted = await withUnits(bench, 4);
  await asks('units');
  await everythingDone(bench.station.db);
  const saving = countRenders();
  accepted(
    await takePhoto(bench.station.as(ivan), {
      caseId: caseId('case-1'),
      subject: { kind: 'unitGroup', unitGroupId: must(counted).unitGroupId },
      shot: 'wholeItem',
      bytes: new Uint8Array([0xff, 0xd8, 1, 2]),
      mediaType: 'image/jpeg',
      width: 1280,
      height: 720,
    }),
  );
  const hangs = () => document.querySelectorAll('[aria-posinset="1"]').length;
  await expect.poll(hangs, soon).toBe(1);
  await everythingDone(bench.station.db);
  expect({ drawn: saving('Inspection') > 0, answers: saving('RadioField') }).toEqual({
    drawn: true,
    answers: 0,
  });
});
