import { expect, test } from 'vitest';
import { stateOfRow } from '../../../../renderer/screens/desk/stateOfRow.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';

const { t } = createWording({ language: 'en', zone: 'America/New_York' });

test('an approval that central knows and granted nothing by wants one more signature', () => {
  expect(t(stateOfRow({ state: 'approved', saved: 'accepted' }))).toBe('One more signature to go');
});

test.each(['here', 'sent'] as const)('one that is only %s reads as approved', (saved) => {
  expect(stateOfRow({ state: 'approved', saved })).toBe('state.approved');
});
