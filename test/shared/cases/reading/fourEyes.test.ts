import { expect, test } from 'vitest';
import { ownHandsOn } from '../../../../shared/cases/reading/fourEyes.ts';
import { personId } from '../../../builders/cases/ids.ts';

const duties = {
  received: [personId('dora'), personId('ivan')],
  inspected: [personId('ivan')],
};

test('whoever received or inspected is told which of the two, and of the inspection where it was both', () => {
  const dutyTold = (name: string) => ownHandsOn({ duties }, personId(name))?.hands ?? null;
  expect(dutyTold('dora')).toBe('received');
  expect(dutyTold('ivan')).toBe('inspected');
  expect(dutyTold('sara')).toBeNull();
});
