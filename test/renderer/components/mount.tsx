import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { createWording, type WordingLanguage } from '../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../renderer/wording/WordingProvider.tsx';

export type Mounted = {
  readonly page: HTMLElement;
  readonly show: (drawn: ReactNode) => void;
  /** What a person reads, white space joined. */
  readonly text: () => string;
};

/** Draws into a page of its own until the test ends, in English at a site in New York unless told otherwise. */
export function mount(drawn: ReactNode, language: WordingLanguage = 'en'): Mounted {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const wording = createWording({ language, zone: 'America/New_York' });
  const show = (next: ReactNode) =>
    act(() => root.render(<WordingProvider wording={wording}>{next}</WordingProvider>));
  show(drawn);
  onTestFinished(() => {
    act(() => root.unmount());
    page.remove();
  });
  return { page, show, text: () => (page.textContent ?? '').replaceAll(/\s+/g, ' ').trim() };
}

export function must<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('Not on the page');
  return found;
}

/** Types into a field as a keyboard does, one character after the other. */
export function typeInto(field: HTMLInputElement, typed: string): void {
  // React listens to its own setter; the browser's tells it that the value changed.
  const native = must(Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'));
  for (const character of typed) {
    act(() => {
      native.set?.call(field, field.value + character);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

export function pressKey(target: Element, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true }));
  });
}

/** A press, as assistive technology makes it too. */
export function press(target: HTMLElement): void {
  act(() => target.click());
}
