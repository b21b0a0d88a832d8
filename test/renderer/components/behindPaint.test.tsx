import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { useBehindPaint } from '../../../renderer/components/generic/afterPaint.ts';
import { mount } from './mount.tsx';

function Behind({ value }: { readonly value: string | undefined }) {
  return `${value ?? 'nothing'} ${useBehindPaint(value) ?? 'nothing'}`;
}

test('what is drawn behind comes with the next picture, and at once where nothing was', async () => {
  vi.useFakeTimers();
  const { show, text } = mount(<Behind value={undefined} />);
  show(<Behind value="first" />);
  expect(text()).toBe('first first');
  await act(async () => await vi.advanceTimersByTimeAsync(40));
  show(<Behind value="second" />);
  expect(text()).toBe('second first');
  show(<Behind value="third" />);
  await act(async () => await vi.advanceTimersByTimeAsync(40));
  expect(text()).toBe('third third');
  vi.useRealTimers();
});

function Later({ value }: { readonly value: string }) {
  return useBehindPaint<string | null>(value, null) ?? 'nothing';
}

test('what takes long to draw at first comes behind the first picture', async () => {
  vi.useFakeTimers();
  const { text } = mount(<Later value="thousands" />);
  expect(text()).toBe('nothing');
  await act(async () => await vi.advanceTimersByTimeAsync(40));
  expect(text()).toBe('thousands');
  vi.useRealTimers();
});
