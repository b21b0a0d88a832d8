import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { PinField } from '../../../renderer/components/generic/fields/PinField.tsx';
import { mount, must, press, pressKey, typeInto } from './mount.tsx';

function Pin(props: { readonly onSubmit: (pin: string) => void }): ReactNode {
  const [pin, setPin] = useState('');
  return (
    <PinField
      label="PIN"
      value={pin}
      onChange={setPin}
      onSubmit={() => props.onSubmit(pin)}
      submitWord="Sign in"
      takesFocus
    />
  );
}

function mounted() {
  const onSubmit = vi.fn<(pin: string) => void>();
  const { page } = mount(<Pin onSubmit={onSubmit} />);
  const field = must(page.querySelector('input'));
  const key = (word: string) =>
    must([...page.querySelectorAll('button')].find((button) => button.textContent === word));
  return { onSubmit, page, field, key };
}

test('a PIN goes in by the keyboard alone, and Enter signs in', () => {
  const { onSubmit, field } = mounted();
  expect(document.activeElement).toBe(field);
  typeInto(field, '314159');
  pressKey(field, 'Enter');
  expect(onSubmit.mock.calls).toEqual([['314159']]);
});

test('a PIN goes in by the pad alone', () => {
  const { onSubmit, page, key } = mounted();
  for (const digit of '204068') press(key(digit));
  press(must(page.querySelector<HTMLElement>('[aria-label="Delete the last digit"]')));
  press(key('0'));
  press(key('Sign in'));
  expect(onSubmit.mock.calls).toEqual([['204060']]);
});

test('fewer than six digits are not handed in', () => {
  const { onSubmit, field, key } = mounted();
  typeInto(field, '12345');
  pressKey(field, 'Enter');
  expect(key('Sign in')).toHaveProperty('disabled', true);
  expect(onSubmit).not.toHaveBeenCalled();
});

test('letters leave no trace, and the digits are never on the page', () => {
  const { field, page } = mounted();
  typeInto(field, '1a2b3');
  expect(field.value).toBe('123');
  expect(field.type).toBe('password');
  expect(must(page.querySelector('[aria-hidden]')).textContent).toBe('');
});
