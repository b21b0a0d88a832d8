import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { TileGrid } from '../../../renderer/components/generic/lists/TileGrid.tsx';
import { mount, must } from './mount.tsx';

const photos = Array.from({ length: 1_000 }, (_, n) => `photo ${n}`);

function gridOf(tiles: readonly string[]) {
  return (
    <div style={{ overflowY: 'auto' }} data-scroller>
      <TileGrid label="Photos" tiles={tiles} keyOf={(photo) => photo}>
        {(photo) => <button type="button">{photo}</button>}
      </TileGrid>
    </div>
  );
}

const drawn = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>('[role="listitem"]')];
const words = (page: HTMLElement) => drawn(page).map((tile) => tile.textContent);

function scrollTo(page: HTMLElement, top: number) {
  const scroller = must(page.querySelector<HTMLElement>('[data-scroller]'));
  // Nothing is laid out here: the list goes up by as much as it is scrolled.
  must(page.querySelector('[role="list"]')).getBoundingClientRect = () => new DOMRect(0, -top);
  act(() => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
  });
}

test('of a thousand photos only those in sight are drawn, each with its place among all', () => {
  const { page } = mount(gridOf(photos));
  expect(drawn(page).length).toBeLessThanOrEqual(100);
  expect(drawn(page)[5]?.getAttribute('aria-posinset')).toBe('6');
  expect(drawn(page)[5]?.getAttribute('aria-setsize')).toBe('1000');
  // Four beside each other, each row 120 pixels high.
  scrollTo(page, 120 * 150);
  expect(drawn(page).length).toBeLessThanOrEqual(120);
  expect(words(page)).toContain('photo 600');
});

test('the photo that has the focus stays drawn, wherever it is scrolled to', () => {
  const { page } = mount(gridOf(photos));
  act(() => must(page.querySelector('button')).focus());
  scrollTo(page, 120 * 150);
  expect(document.activeElement?.textContent).toBe('photo 0');
});

test('without photos there is no list', () => {
  const { page } = mount(gridOf([]));
  expect(page.querySelector('[role="list"]')).toBeNull();
});

test('one photo more in front draws no other one anew, but what moves to the next row', () => {
  const { page, show } = mount(gridOf(photos.slice(1, 4)));
  const before = drawn(page);
  show(gridOf(photos.slice(0, 4)));
  expect(words(page)).toEqual(['photo 0', 'photo 1', 'photo 2', 'photo 3']);
  for (const [place, tile] of before.entries()) expect(drawn(page)[place + 1]).toBe(tile);
});

test('a strip that is drawn has the page laid out by nobody before its frame', () => {
  const rect = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get');
  const { show } = mount(gridOf(photos.slice(0, 30)));
  show(gridOf(photos.slice(0, 40)));
  expect(rect).not.toHaveBeenCalled();
  expect(height).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
