import { describe, expect, test } from 'vitest';
import { UncountedParcels } from '../../../../renderer/screens/desk/openCase/UncountedParcels.tsx';
import { arrivalId, factId } from '../../../builders/cases/ids.ts';
import { aFinding, anArrival, aUnitGroup } from '../../../builders/cases/recordedFacts.ts';
import { aCaseView } from '../../../builders/station/aCaseView.ts';
import { mount } from '../../components/mount.tsx';

const second = anArrival({
  id: factId('fact-arrival-2'),
  arrivalId: arrivalId('arrival-2'),
  trackingNumber: 'SECOND',
});

describe('Whoever signs', () => {
  test('is told of a parcel that nobody counted anything in, by its label', () => {
    const view = aCaseView([anArrival(), second, aUnitGroup(), aFinding()]);
    const { text } = mount(<UncountedParcels view={view} />);
    expect(text()).toContain('A parcel of it in which nobody counted anything');
    expect(text()).toContain('SECOND');
  });

  test('is told of none once each was counted', () => {
    const more = aUnitGroup({ id: factId('more'), arrivalId: second.arrivalId, quantity: 2 });
    const view = aCaseView([anArrival(), second, aUnitGroup(), more, aFinding()]);
    expect(mount(<UncountedParcels view={view} />).text()).toBe('');
  });
});
