import { expect, test } from 'vitest';
import { SegmentedChoice } from '../../../renderer/components/generic/fields/SegmentedChoice.tsx';
import { mount, must, press } from './mount.tsx';
import { countRenders } from './renders.ts';

const choice = (chosen: string | null, onChoose: (key: string) => void) => (
  <SegmentedChoice
    label="How bad"
    segments={['minor', 'major'].map((key) => ({ key, word: key }))}
    chosen={chosen}
    onChoose={onChoose}
  />
);

test('segments are drawn again when something is chosen and not when their screen is, and do the latest', () => {
  const chosen: string[] = [];
  const { page, show } = mount(choice(null, (key) => chosen.push(`before ${key}`)));
  const again = countRenders();
  show(choice(null, (key) => chosen.push(`now ${key}`)));
  expect(again('Segments')).toBe(0);
  press(must(page.querySelector<HTMLInputElement>('input[value="major"]')));
  expect(chosen).toEqual(['now major']);
  show(choice('major', () => {}));
  expect(again('Segments')).toBe(1);
});
