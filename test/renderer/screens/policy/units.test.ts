import { expect, test } from 'vitest';
import { sayUnits } from '../../../../renderer/screens/policy/sayPortion.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';

const wording = createWording({ language: 'en', zone: 'America/New_York' });
const said = (serials: readonly string[]) => sayUnits(wording, { units: [], serials });

test('serials that follow each other are named by the first and the last', () => {
  const sixteen = Array.from({ length: 16 }, (_, n) => `41A${String(n + 1).padStart(3, '0')}`);
  expect(said(sixteen)).toBe('serials 41A001–41A016');
  expect(said([...sixteen, '41A018', '41A019', 'X-7'])).toBe(
    'serials 41A001–41A016, 41A018, 41A019 and X-7',
  );
});

test('serials of other lengths or other letters do not follow each other', () => {
  expect(said(['A9', 'A10', 'B11'])).toBe('serials A9, A10 and B11');
});
