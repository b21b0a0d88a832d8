import { act } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { RowList } from '../../../renderer/components/generic/lists/RowList.tsx';
import { rowHeights } from '../../../renderer/components/generic/lists/rowHeights.ts';
import { mount, must } from './mount.tsx';

let told: ((entries: readonly Partial<ResizeObserverEntry>[]) => void)[] = [];
let watched: Element[] = [];

/** A page that lays rows out: each as high as `heightOf` says, told before the paint as a browser does. */
class Watching {
  constructor(tell: ResizeObserverCallback) {
    told.push((entries) => tell(entries as ResizeObserverEntry[], new ResizeObserver(() => {})));
  }
  observe(element: Element): void {
    watched.push(element);
  }
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  told = [];
  watched = [];
  vi.stubGlobal('ResizeObserver', Watching);
});

function layOut(): void {
  act(() => {
    const rows = watched.filter((one) => one.isConnected && one.hasAttribute('data-index'));
    watched = [];
    for (const tell of told.slice()) tell(rows.map((target) => ({ target })));
  });
}

function scrollTo(page: HTMLElement, top: number): void {
  const scroller = must(page.querySelector<HTMLElement>('[data-scroller]'));
  must(page.querySelector('[role="grid"]')).getBoundingClientRect = () => new DOMRect(0, -top);
  act(() => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
  });
  layOut();
}

test('rows that are all higher than was thought are laid out anew once, not at each step of a wheel', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(91);
  let asked = 0;
  const many = 5_000;
  const rows = {
    length: many,
    at: (index: number) => ({ id: `p${index}` }),
    keyAt: (index: number) => {
      asked += 1;
      return `p${index}`;
    },
  };
  const { page } = mount(
    <div style={{ overflowY: 'auto' }} data-scroller>
      <RowList
        label="Parcels"
        rows={rows}
        keyOf={(row) => row.id}
        wordsOf={(row) => row.id}
        onOpen={() => {}}
      >
        {(row) => row.id}
      </RowList>
    </div>,
  );
  layOut();
  layOut();
  expect(must(page.querySelector<HTMLElement>('[role="grid"]')).style.blockSize).toBe(
    `${91 * many}px`,
  );
  asked = 0;
  for (let turn = 1; turn <= 10; turn += 1) scrollTo(page, 400 * turn);
  expect(page.querySelectorAll('[role="row"]').length).toBeLessThanOrEqual(50);
  expect(asked).toBeLessThan(many);
});

test('a few exceptions are no rule; as many alike one after another are', () => {
  const heights = rowHeights({ head: 40, row: 58 });
  const learnt = [90, 58, 90, 90, 90, 58, 61, 61, 61, 61].map((one) => heights.learn('row', one));
  expect(learnt).not.toContain(true);
  expect(heights.of('row')).toBe(58);
  expect(heights.learn('row', 61)).toBe(true);
  expect([heights.of('row'), heights.of('head')]).toEqual([61, 40]);
});
