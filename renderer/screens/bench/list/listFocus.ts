import type { KeyboardEvent } from 'react';

/** Where the row that has the focus stands: in which group, and at what place there. */
export function rowInFocus(): { readonly group: string; readonly index: number } | null {
  const row = document.activeElement?.closest('[role="row"]');
  const group = row?.closest<HTMLElement>('[data-group]')?.dataset['group'];
  const index = Number(row?.getAttribute('aria-rowindex')) - 1;
  return group === undefined || index < 0 ? null : { group, index };
}

/** A letter or digit on a row begins to find; the screen's own keys have been heard before. */
export function startsFinding(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false;
  const isOnRow = event.target instanceof Element && event.target.matches('[role="row"]');
  return isOnRow && /^[\p{L}\p{N}]$/u.test(event.key);
}

/** Arrows go on from the last row of one group to the first of the next, and back. */
export function nextList(event: KeyboardEvent): boolean {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const row = event.target instanceof Element ? event.target : null;
  if (by === 0 || !row?.matches('[role="row"]')) return false;
  const grid = row.closest('[role="grid"]');
  const last = by > 0 ? grid?.getAttribute('aria-rowcount') : '1';
  if (row.getAttribute('aria-rowindex') !== last) return false;
  const grids = [...event.currentTarget.querySelectorAll('[role="grid"]')];
  const next = grid && grids[grids.indexOf(grid) + by];
  const rows = [...(next?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
  const stop = by > 0 ? rows[0] : rows.at(-1);
  if (!stop) return false;
  event.preventDefault();
  stop.focus();
  return true;
}
