import { expect, test } from 'vitest';
import { InspectionsRead } from '../../../../renderer/screens/desk/openCase/InspectionsRead.tsx';
import { aFinishedInspection, aPerson } from '../../../builders/cases/decidedFacts.ts';
import { personId } from '../../../builders/cases/ids.ts';
import { recordedOn } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount } from '../../components/mount.tsx';

const at = (time: string) => ({ ...recordedOn('2026-11-20'), utc: `2026-11-20T${time}Z` });

function drawn(startedAt: string, finishedAt: string) {
  const finished = aFinishedInspection({ startedAt: at(startedAt), at: at(finishedAt) });
  const ivan = aPerson({ id: personId('ivan'), name: 'Ivan Petrov' });
  const people = new Map([[ivan.id, ivan]]);
  return mount(<InspectionsRead view={{ ...aCaseView([finished]), people }} />).text();
}

test('the desk sees who inspected a case and how long it took', () => {
  expect(drawn('15:00:00.000', '15:25:30.000')).toContain(
    'First inspection by Ivan Petrov, in 25 min',
  );
});

test('no inspection took less than a minute, whatever its station’s clock says', () => {
  expect(drawn('15:00:00.000', '14:20:00.000')).toContain('in 1 minFri');
});
