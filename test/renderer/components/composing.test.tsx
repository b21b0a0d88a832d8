import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { TextField } from '../../../renderer/components/generic/fields/TextField.tsx';
import { FindField } from '../../../renderer/screens/bench/list/FindField.tsx';
import { mount, must } from './mount.tsx';

function press(target: Element, init: KeyboardEventInit): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  });
}

test('Enter that ends a word of an input method sends no form off', () => {
  const onSubmit = vi.fn<() => void>();
  const { page } = mount(
    <TextField label="Number" value="十二" onChange={() => {}} onSubmit={onSubmit} />,
  );
  const field = must(page.querySelector('input'));
  press(field, { key: 'Enter', isComposing: true });
  expect(onSubmit).not.toHaveBeenCalled();
  press(field, { key: 'Enter' });
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('nor does it open what the list found first, and Escape that gives the word up clears nothing', () => {
  const acts: string[] = [];
  const { page } = mount(
    <FindField
      ref={null}
      value="泵"
      onChange={() => acts.push('cleared')}
      onLeave={() => acts.push('left')}
      onOpen={() => acts.push('opened')}
    />,
  );
  const field = must(page.querySelector('input'));
  for (const key of ['Enter', 'Escape', 'ArrowDown']) press(field, { key, isComposing: true });
  expect(acts).toEqual([]);
  press(field, { key: 'Enter' });
  expect(acts).toEqual(['opened']);
});
