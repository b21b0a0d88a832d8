import { expect, test } from 'vitest';
import { SavedMark } from '../../../renderer/components/generic/marks/SavedMark.tsx';
import { mount } from './mount.tsx';

test('saved, sent and accepted are three words, and only the reached one is current', () => {
  const { page } = mount(<SavedMark saved="sent" look="way" />);
  expect([...page.querySelectorAll('li')].map((step) => step.textContent)).toEqual([
    'Saved here',
    'Sent',
    'Accepted by central',
  ]);
  expect(page.querySelector('[aria-current]')?.textContent).toBe('Sent');
});

test('what central refused is never drawn as a step further', () => {
  const { page, text } = mount(<SavedMark saved="refused" look="way" />);
  expect(page.querySelector('li')).toBeNull();
  expect(text()).toBe('Refused by central');
});
