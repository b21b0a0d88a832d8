import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { RowList } from '../../../renderer/components/generic/lists/RowList.tsx';
import { mount, must, pressKey } from './mount.tsx';

type Parcel = { readonly id: string; readonly words: string };

const parcels = (count: number): readonly Parcel[] =>
  Array.from({ length: count }, (_, n) => ({ id: `p${n}`, words: `RMA-${10_000 + n}` }));

function listOf(rows: readonly Parcel[], opened: string[] = []) {
  return (
    <div style={{ overflowY: 'auto' }} data-scroller>
      <RowList
        label="Parcels"
        rows={rows}
        keyOf={(row) => row.id}
        wordsOf={(row) => row.words}
        onOpen={(row) => opened.push(row.id)}
      >
        {(row) => row.words}
      </RowList>
    </div>
  );
}

const drawn = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>('[role="row"]')];
const focused = () => document.activeElement?.getAttribute('aria-label');

function scrollTo(page: HTMLElement, top: number) {
  const scroller = must(page.querySelector<HTMLElement>('[data-scroller]'));
  // Nothing is laid out here: the list goes up by as much as it is scrolled.
  must(page.querySelector('[role="grid"]')).getBoundingClientRect = () => new DOMRect(0, -top);
  act(() => {
    scroller.scrollTop = top;
    scroller.dispatchEvent(new Event('scroll'));
  });
}

test('of thousands of rows only those in sight are drawn, each with its place among all', () => {
  const { page } = mount(listOf(parcels(2_000)));
  expect(drawn(page).length).toBeLessThanOrEqual(40);
  expect(page.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('2000');
  expect(drawn(page)[4]?.getAttribute('aria-rowindex')).toBe('5');
  scrollTo(page, 64 * 1_500);
  expect(drawn(page).length).toBeLessThanOrEqual(50);
  expect(drawn(page).map((row) => row.getAttribute('aria-rowindex'))).toContain('1501');
});

test('a row that stays in sight is not drawn again because the list is scrolled', () => {
  const drawings = new Map<string, number>();
  const rows = parcels(2_000);
  const { page } = mount(
    <div style={{ overflowY: 'auto' }} data-scroller>
      <RowList
        label="Parcels"
        rows={rows}
        keyOf={(row) => row.id}
        wordsOf={(row) => row.words}
        onOpen={() => {}}
      >
        {(row) => {
          drawings.set(row.id, (drawings.get(row.id) ?? 0) + 1);
          return row.words;
        }}
      </RowList>
    </div>,
  );
  drawings.clear();
  for (let turn = 1; turn <= 20; turn += 1) scrollTo(page, 64 * turn * 2);
  const all = [...drawings.values()].reduce((sum, many) => sum + many, 0);
  // Forty rows came into sight; those that were there are what they were.
  expect(drawings.size).toBeGreaterThanOrEqual(38);
  expect(all).toBeLessThanOrEqual(drawings.size + 10);
  expect(drawn(page).length).toBeLessThanOrEqual(50);
});

test('of thousands of rows only those that are drawn are made, however often it is drawn', () => {
  const all = parcels(2_000);
  let made = 0;
  let asked = 0;
  const rows = {
    length: all.length,
    at(index: number) {
      made += 1;
      return all[index];
    },
    keyAt(index: number) {
      asked += 1;
      return all[index]?.id ?? '';
    },
  };
  const list = (label: string) => (
    <RowList
      label={label}
      rows={rows}
      keyOf={(row: Parcel) => row.id}
      wordsOf={(row) => row.words}
      onOpen={() => {}}
    >
      {(row) => row.words}
    </RowList>
  );
  const { show } = mount(list('Parcels'));
  expect(made).toBeLessThan(200);
  const askedAtFirst = asked;
  show(list('Other parcels'));
  expect(asked - askedAtFirst).toBeLessThan(200);
});

test('letters, End and arrows reach rows that are not drawn, and Enter opens them', () => {
  const opened: string[] = [];
  const { page } = mount(listOf(parcels(2_000), opened));
  act(() => must(drawn(page)[0]).focus());
  for (const letter of 'rma-11234') pressKey(must(document.activeElement), letter);
  expect(focused()).toBe('RMA-11234');
  pressKey(must(document.activeElement), 'Enter');
  pressKey(must(document.activeElement), 'End');
  expect(focused()).toBe('RMA-11999');
  pressKey(must(document.activeElement), 'ArrowUp');
  expect(focused()).toBe('RMA-11998');
  pressKey(must(document.activeElement), 'Enter');
  expect(opened).toEqual(['p1234', 'p1998']);
});

test('a row keeps the focus when it is scrolled away, and Tab comes back to it', () => {
  const { page } = mount(listOf(parcels(2_000)));
  act(() => must(drawn(page)[2]).focus());
  scrollTo(page, 64 * 1_000);
  expect(focused()).toBe('RMA-10002');
  expect(drawn(page).filter((row) => row.tabIndex === 0)).toHaveLength(1);
  pressKey(must(document.activeElement), 'ArrowDown');
  expect(focused()).toBe('RMA-10003');
});

test('where the row with the focus goes, the one in its place has it; rows above move nothing', () => {
  const all = parcels(300);
  const { page, show } = mount(listOf(all));
  act(() => must(drawn(page)[3]).focus());
  const more = [{ id: 'new', words: 'RMA-1' }, ...all];
  show(listOf(more));
  expect(focused()).toBe('RMA-10003');
  show(listOf(more.filter(({ id }) => id !== 'p3')));
  expect(focused()).toBe('RMA-10004');
});

test('of thousands each is asked who it is once when the list is shown, with something above it', async () => {
  const rows = parcels(5000);
  let asked = 0;
  const rect = vi
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(function where(this: Element) {
      return new DOMRect(0, this.getAttribute('role') === 'grid' ? 120 : 0, 500, 40);
    });
  mount(
    <div style={{ overflowY: 'auto' }}>
      <RowList
        label="Parcels"
        rows={{
          length: rows.length,
          at: (index) => rows[index],
          keyAt: (index) => {
            asked += 1;
            return rows[index]?.id ?? '';
          },
        }}
        keyOf={(row) => row.id}
        wordsOf={(row) => row.words}
        onOpen={() => undefined}
      >
        {(row) => row.words}
      </RowList>
    </div>,
  );
  rect.mockRestore();
  expect(asked).toBeLessThan(rows.length * 1.5);
});
