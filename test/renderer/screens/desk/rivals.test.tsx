import { expect, test } from 'vitest';
import { Rivals } from '../../../../renderer/screens/desk/openCase/Rivals.tsx';
import { AtWork } from '../../../../renderer/workflow/AtWork.tsx';
import { aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import { verdictId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { aLoneStation, sara } from '../../../builders/station/aLoneStation.ts';
import { mount } from '../../components/mount.tsx';
import { headingJumps } from '../headings.ts';

test('each of the inspections that stand side by side is a part of what they are called together', async () => {
  const station = await aLoneStation();
  const view = aCaseView([
    anArrival(),
    aUnitGroup(),
    aFinding(),
    aFinishedInspection(),
    aFinishedInspection({ verdictId: verdictId('verdict-2') }),
  ]);
  const { page } = mount(
    <AtWork context={station.as(sara)}>
      <Rivals view={view} mayChoose />
    </AtWork>,
  );
  expect(page.querySelectorAll('article')).toHaveLength(2);
  // The case's own heading stands above.
  expect(headingJumps(page, 1)).toEqual([]);
});
