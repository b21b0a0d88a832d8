import { act } from 'react';
import { vi } from 'vitest';
import { must } from '../components/mount.tsx';

export type AskedOf = { readonly method: string; readonly path: string; readonly body: unknown };

/** Central's side of the page: what it was asked, answered by the path up to its query. */
export function answering(answers: (asked: AskedOf) => readonly [status: number, body: unknown]) {
  const asked: AskedOf[] = [];
  vi.stubGlobal('fetch', async (path: string, said: RequestInit = {}) => {
    const { method = 'GET', body } = said;
    const read: unknown = typeof body === 'string' ? JSON.parse(body) : null;
    const one = { method, path, body: read };
    asked.push(one);
    const [status, answer] = answers(one);
    return new Response(JSON.stringify(answer), { status });
  });
  return asked;
}

export async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((done) => setTimeout(done, 20));
  });
}

export function button(name: string): HTMLButtonElement {
  const all = [...document.querySelectorAll('button')];
  return must(all.findLast(({ textContent }) => textContent.trim() === name));
}

export function field(label: string): Element {
  const all = [...document.querySelectorAll('label')];
  const named = must(all.findLast(({ textContent }) => textContent === label));
  return must(document.getElementById(named.htmlFor));
}

/** As if pasted over what is there. */
export function write(into: Element, text: string): void {
  const prototype: unknown = Object.getPrototypeOf(into);
  const native = must(Object.getOwnPropertyDescriptor(prototype, 'value'));
  act(() => {
    native.set?.call(into, text);
    into.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
