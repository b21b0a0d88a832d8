import { act } from 'react';
import { expect, test } from 'vitest';
import { PhotoTile } from '../../../renderer/components/returns/PhotoTile.tsx';
import { mount } from './mount.tsx';

const tile = (url: string | null | undefined) =>
  mount(<PhotoTile url={url} caption="Label" standing="sent" onOpen={() => {}} />).page;
const missing = 'Photo not on this station';

test('a photo that is not here says so, aloud too, and nothing before that is known', () => {
  const gone = tile(null);
  expect(gone.textContent).toContain(missing);
  expect(gone.querySelector('button')?.getAttribute('aria-label')).toBe(`${missing}: Label`);
  const unknown = tile(undefined);
  expect(unknown.textContent).not.toContain(missing);
  expect(unknown.querySelector('button')?.getAttribute('aria-label')).toBe('Label');
});

test('an address that gives nothing is a photo that is not here', () => {
  const here = tile('/central/photos/by-hash/abc');
  expect(here.textContent).not.toContain(missing);
  act(() => {
    here.querySelector('img')?.dispatchEvent(new Event('error'));
  });
  expect(here.querySelector('button')?.getAttribute('aria-label')).toBe(`${missing}: Label`);
});
