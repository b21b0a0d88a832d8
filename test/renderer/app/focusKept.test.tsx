import { act, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { useFocusKept } from '../../../renderer/app/frame/useFocusKept.ts';
import { mount, must } from '../components/mount.tsx';

function Place(props: { readonly button: 'there' | 'gone' | 'disabled' }): ReactNode {
  useFocusKept();
  return (
    <main id="work" tabIndex={-1}>
      <section tabIndex={-1} aria-label="Cards">
        {props.button !== 'gone' && (
          <button type="button" disabled={props.button === 'disabled'}>
            Print
          </button>
        )}
      </section>
      <button type="button">Other</button>
    </main>
  );
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test.each(['gone', 'disabled'] as const)(
  'where what has the focus is %s, what it stood in has it',
  async (button) => {
    const { page, show } = mount(<Place button="there" />);
    act(() => must(page.querySelector('button')).focus());
    show(<Place button={button} />);
    await expect.poll(focused).toBe('Cards');
  },
);

test('somebody who went on in time is not fetched back', async () => {
  const { page, show } = mount(<Place button="there" />);
  act(() => must(page.querySelector('button')).focus());
  show(<Place button="gone" />);
  act(() => must([...page.querySelectorAll('button')].at(-1)).focus());
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(focused()).toBe('Other');
});
